// What came of every way out. Honest: a way that was not refused is shown as such.
import type { Language } from "../filled";
import { reachOut, type Way } from "../private/reach_out";
import { clear, h } from "../view/dom";
import { say } from "./words";

export async function ways(list: HTMLElement, outcome: HTMLElement, language: Language): Promise<boolean> {
  const w = say(language);
  const line = (way: Way, refused: boolean): HTMLElement =>
    h(
      "li",
      { class: refused ? "refused" : "not-refused" },
      `${w(`way_${way}`)}${w("colon")}${w(refused ? "wayRefused" : "wayOpen")}`,
    );
  clear(list);
  outcome.textContent = w("running");
  const all = await reachOut(({ way, refused }) => list.appendChild(line(way, refused)));
  const open = all.filter(({ refused }) => !refused).length;
  outcome.textContent = open ? w("waysOpen", open) : w("waysClosed", all.length);
  return open === 0;
}
