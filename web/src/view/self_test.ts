// The button that tries to reach out, and what came of it. Honest: a way that was not refused is shown as such.
import { reachOut, type Way } from "../private/reach_out";
import { t } from "../strings";
import { clear, h } from "./dom";

const line = (way: Way, refused: boolean): HTMLElement =>
  h(
    "li",
    { class: refused ? "refused" : "not-refused" },
    `${t(`way_${way}`)}：${t(refused ? "wayRefused" : "wayOpen")}`,
  );

export function selfTest(): HTMLElement {
  const list = h("ul", { class: "self-test-ways" });
  const outcome = h("p", { class: "self-test-outcome", role: "status" });
  const button = h("button", { type: "button", class: "button small", id: "self-test" }, t("selfTest"));
  button.addEventListener("click", () => {
    button.disabled = true;
    clear(list);
    outcome.textContent = t("selfTestRunning");
    void reachOut(({ way, refused }) => list.appendChild(line(way, refused))).then((all) => {
      const open = all.filter((attempt) => !attempt.refused).length;
      outcome.textContent = open ? t("selfTestOpen", open) : t("selfTestClosed", all.length);
      button.disabled = false;
    });
  });
  return h("div", { class: "self-test" }, button, outcome, list, h("p", { class: "hint" }, t("selfTestHow")));
}
