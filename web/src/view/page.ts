// The page put together. Before a report: where to put it. With one: verdict above, the document left,
// results right.
import type { App } from "../app";
import { t } from "../strings";
import type { Item, Pane } from "../selection";
import { comparisonPane } from "./batch/comparison";
import { batchList } from "./batch/list";
import { pairQuestion } from "./batch/pair";
import { draftPane } from "./beside";
import { changes } from "./changes";
import { DocumentPane } from "./document";
import { clear, h } from "./dom";
import { dropOverlay } from "./drop";
import { filters } from "./filters";
import { figures } from "./figures";
import { findings } from "./findings";
import { header } from "./header";
import { help } from "./help";
import { keys } from "./keys";
import { overview } from "./overview";
import { printSheet } from "./print_sheet";
import { pictureNumbers, pictureOffer } from "./pictures";
import { problems } from "./problems";
import { notice, progress, wayBack } from "./progress";
import { ruleStrip } from "./rules";
import { since } from "./since";
import { sourceBar } from "./source_bar";
import { start } from "./start";
import { textBox } from "./text_box";
import { unreadable } from "./unreadable";
import { verdict } from "./verdict";

function paneTabs(app: App): HTMLElement {
  const tab = (pane: Pane, label: string): HTMLButtonElement =>
    h(
      "button",
      { type: "button", class: "tab", id: `tab-${pane}`, onclick: () => app.selection.showPane(pane) },
      label,
    );
  const tabs = [
    tab("document", t("paneDocument")),
    tab("text", t("paneText")),
    tab("years", t("paneYears")),
    tab("draft", t("paneDraft")),
  ] as const;
  const box = h("div", { class: "tabs", role: "group", "aria-label": t("paneLabel") }, ...tabs);
  const draw = (): void => {
    const format = app.checker.result && app.checker.result.source.format;
    tabs[1].hidden = !(
      app.session.source &&
      (app.session.source.kind === "text" || format === "txt" || format === "md")
    );
    tabs[2].hidden = !(app.checker.result && app.checker.result.comparison);
    tabs[3].hidden = !app.session.other;
    box.hidden = tabs[1].hidden && tabs[2].hidden && tabs[3].hidden;
    tabs[0].setAttribute("aria-pressed", String(app.selection.pane === "document"));
    tabs[1].setAttribute("aria-pressed", String(app.selection.pane === "text"));
    tabs[2].setAttribute("aria-pressed", String(app.selection.pane === "years"));
    tabs[3].setAttribute("aria-pressed", String(app.selection.pane === "draft"));
  };
  app.on("pane", draw);
  app.on("result", draw);
  app.on("source", draw);
  draw();
  return box;
}

function skipLink(target: string, label: string): HTMLElement {
  return h("a", { class: "skip", href: `#${target}` }, label);
}

export function mount(app: App, root: HTMLElement): void {
  app.topics.forgetListeners();
  const scroller = h("div", {
    class: "document-scroll",
    tabindex: "0",
    role: "region",
    "aria-label": t("documentLabel"),
  });
  const choose = (item: Item): void => app.selection.select(item.key);
  const pane = new DocumentPane(app, scroller, choose);
  const list = findings(app, {
    reveal: (item, place) => pane.reveal(item, place),
    revealCell: (id) => pane.revealCell(id),
    point: (key, relation) => pane.lights.point(key, relation),
  });
  const told = figures(app, pane, () => list.focus());
  const edge = h("p", { class: "hint pane-hint" }, t("editHowTo"));
  scroller.appendChild(pane.element);
  const tabs = paneTabs(app);
  const left = h(
    "section",
    { class: "report-side", "aria-label": t("reportLabel") },
    start(app),
    h("h2", { class: "visually-hidden work-only" }, t("documentLabel")),
    h("div", { class: "pane-head" }, tabs, told.toggle, edge),
    told.legend,
    scroller,
    told.panel,
    textBox(app),
    comparisonPane(app),
    draftPane(app),
  );
  const right = h(
    "section",
    { class: "result-side", "aria-label": t("resultsLabel") },
    h("h2", { class: "visually-hidden" }, t("resultsLabel")),
    problems(app, (range) => pane.revealRange(range)),
    pictureNumbers(app, (id) => pane.showCell(id)),
    since(app),
    overview(app, (id, item) => {
      if (item) app.selection.select(item.key);
      pane.revealCell(id);
    }),
    changes(app),
    filters(app),
    list.element,
  );
  const helping = help(app);
  const paper = printSheet(app);
  const back = h(
    "button",
    { type: "button", class: "button primary back-to-list", onclick: () => list.focus() },
    t("backToList"),
  );
  const main = h(
    "main",
    { class: "work" },
    sourceBar(app),
    verdict(app, () => paper.print()),
    ruleStrip(app, helping.open),
    progress(app),
    notice(app),
    wayBack(app),
    batchList(app),
    pairQuestion(app),
    pictureOffer(app),
    unreadable(app),
    h("div", { class: "columns" }, left, right),
  );
  const phase = (): void => {
    root.dataset.phase = app.desk.view || (app.session.source ? "work" : "start");
    root.dataset.pane = app.selection.pane;
    root.dataset.chosen = app.selection.selected ? "yes" : "no";
    const { result } = app.checker;
    root.dataset.found = result && result.report ? "yes" : "no";
    root.dataset.readable = result && !result.report && !result.text.trim() ? "no" : "yes";
  };
  app.on("source", phase);
  app.on("desk", phase);
  app.on("pane", phase);
  app.on("result", phase);
  app.on("selection", phase);
  phase();
  clear(
    root,
    skipLink("findings", t("skipToFindings")),
    header(app, helping.open),
    main,
    helping.footer,
    helping.dialog,
    back,
    dropOverlay(app),
    paper.element,
  );
  keys(app, list, pane);
  if (app.checker.result) app.topics.emit("result", "pane");
}
