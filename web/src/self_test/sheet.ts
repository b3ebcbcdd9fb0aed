// What an IT office prints of a deployment: what was opened, where and with what; what was tested and what
// came of it.
import { pageVersion } from "../offline/register";
import { clear, h } from "../view/dom";
import { hasSmallModule } from "../whole";
import {
  type Check,
  core,
  files,
  offline,
  type Outcome,
  pdf,
  pictures,
  type State,
  wholeCore,
} from "./checks";
import type { Surroundings } from "./part";
import { ways } from "./ways";
import { type Say, say, type Word } from "./words";

declare const STYLE: string; // sheet.css

interface Item {
  name: Word;
  row: HTMLElement;
  check(): Promise<State>;
}

const two = (n: number): string => String(n).padStart(2, "0");

// 2026-01-15 09:30:00 (UTC+08:00)
function timeOf(now: Date): string {
  const ahead = -now.getTimezoneOffset();
  const zone = `${ahead < 0 ? "-" : "+"}${two(Math.floor(Math.abs(ahead) / 60))}:${two(Math.abs(ahead) % 60)}`;
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join("-");
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join(":");
  return `${day} ${time} (UTC${zone})`;
}

// Readable where a folder's name is Chinese.
function address(): string {
  const { href } = window.location;
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}

function facts(w: Say): HTMLElement {
  const line = (name: Word, value: string): HTMLElement =>
    h("tr", {}, h("th", { scope: "row" }, w(name)), h("td", {}, value));
  return h(
    "table",
    { class: "facts" },
    h(
      "tbody",
      {},
      line("version", pageVersion()),
      line("address", address()),
      line("time", timeOf(new Date())),
      line("browser", navigator.userAgent),
    ),
  );
}

function itemOf(name: Word, details: HTMLElement, check: () => Promise<State>, w: Say): Item {
  const state = h("td", { class: "state" }, w("pending"));
  return {
    name,
    row: h("tr", {}, h("th", { scope: "row" }, w(name)), state, details),
    async check() {
      const found = await check().catch((): State => "untested");
      state.className = `state ${found}`;
      state.textContent = w(found);
      return found;
    },
  };
}

function checked(name: Word, check: Check, page: Surroundings, w: Say): Item {
  const details = h("td", {});
  const run = async (): Promise<State> => {
    const { state, words }: Outcome = await check(page, w);
    details.textContent = words;
    return state;
  };
  return itemOf(name, details, run, w);
}

function waysOut({ language, notTried }: Surroundings, w: Say): Item {
  const outcome = h("p", {});
  const list = h("ul", { class: "self-test-ways" });
  const run = async (): Promise<State> => ((await ways(list, outcome, language)) ? "fine" : "wrong");
  const details = h("td", {}, outcome, list, h("p", { class: "not-tried" }, notTried));
  return itemOf("waysOut", details, run, w);
}

function itemsOf(page: Surroundings, w: Say): Item[] {
  const site = hasSmallModule();
  return [
    checked("core", core, page, w),
    ...(site ? [checked("wholeCore", wholeCore, page, w), checked("files", files, page, w)] : []),
    checked("pdf", pdf, page, w),
    checked("pictures", pictures, page, w),
    checked("offline", offline, page, w),
    waysOut(page, w),
  ];
}

function conclusion(items: readonly Item[], states: readonly State[], w: Say): string {
  const named = (state: State): string[] =>
    items.filter((_, i) => states[i] === state).map(({ name }) => w(name));
  const sentences = (
    [
      ["wrong", "areWrong"],
      ["absent", "areAbsent"],
      ["untested", "areUntested"],
    ] as const
  )
    .map(([state, word]) => [named(state), word] as const)
    .filter(([names]) => names.length)
    .map(([names, word]) => w(word, names.join(w("listComma"))));
  return w.all(named("wrong").length ? sentences : [w("allFine", named("fine").length), ...sentences]);
}

function styled(): void {
  const style = new CSSStyleSheet();
  style.replaceSync(STYLE);
  document.adoptedStyleSheets = [style];
}

export function sheet(root: HTMLElement, page: Surroundings): void {
  const w = say(page.language);
  const items = itemsOf(page, w);
  const outcome = h("p", { class: "self-test-outcome", role: "status" }, w("running"));
  const print = h(
    "button",
    {
      type: "button",
      class: "button primary",
      id: "print-sheet",
      disabled: true,
      onclick: () => window.print(),
    },
    w("print"),
  );
  const head = h(
    "tr",
    {},
    ...(["item", "result", "details"] as const).map((name) => h("th", { scope: "col" }, w(name))),
  );
  styled();
  document.title = w("title");
  clear(
    root,
    h(
      "main",
      { class: "sheet self-test-sheet" }, // a sheet is what print.css lets through
      h("h1", {}, w("title")),
      facts(w),
      outcome,
      h("table", {}, h("thead", {}, head), h("tbody", {}, ...items.map(({ row }) => row))),
      h(
        "p",
        { class: "sheet-tools" },
        print,
        h("a", { class: "quiet", href: window.location.pathname }, w("toPage")),
      ),
    ),
  );
  void run(items).then((states) => {
    outcome.textContent = conclusion(items, states, w);
    outcome.classList.toggle("wrong", states.indexOf("wrong") >= 0);
    print.disabled = false;
  });
}

// One after the other: what is refused is told to the whole page, and the core answers one at a time.
async function run(items: readonly Item[]): Promise<State[]> {
  const states: State[] = [];
  for (const item of items) states.push(await item.check());
  return states;
}
