// What is printed instead of the page: the 校核单 as it is exported, laid out by the core and made a moment
// after every answer, for printing does not wait; or the list of many reports.
import type { App } from "../app";
import { listOnPaper } from "./batch/paper";
import { clear, h } from "./dom";

const AFTER = 300; // ms of quiet

export interface PrintSheet {
  element: HTMLElement;
  print(): void;
}

// Rules of the note, for paper only.
function styled(text: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@media print { ${text} }`);
  document.adoptedStyleSheets = [sheet];
}

export function printSheet(app: App): PrintSheet {
  const element = h("div", { class: "sheet", "aria-hidden": "true" });
  let timer = 0;
  let made: Promise<void> = Promise.resolve();
  const make = async (): Promise<void> => {
    const { result } = app.checker;
    if (!result || !result.report) return clear(element);
    const note = await app.product("note.html");
    if (!("bytes" in note) || app.checker.result !== result) return;
    const page = new TextDecoder().decode(note.bytes);
    const [whole = "", rules = ""] = /<style>([^<]*)<\/style>/.exec(page) || [];
    styled(rules); // the page's policy allows no style element, not even one that is only read
    const parsed = new DOMParser().parseFromString(page.replace(whole, ""), "text/html");
    const nodes = Array.from(parsed.body.childNodes, (node) => document.importNode(node, true));
    clear(element, ...nodes);
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = window.setTimeout(() => (made = make().catch(() => undefined)), AFTER);
  };
  app.on("result", soon);
  window.onbeforeprint = () => {
    if (app.desk.view === "list") clear(element, ...listOnPaper(app));
  };
  return {
    element,
    print() {
      clearTimeout(timer);
      made = make().catch(() => undefined);
      void made.then(() => window.print());
    },
  };
}
