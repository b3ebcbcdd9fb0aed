// Two texts side by side, and cells that differ: another draft of the report, or the text of last year's.
import type { App } from "../app";
import { beside, cellChanges, type Pair, paragraphsOf } from "../beside";
import { difference } from "../difference";
import type { Result } from "../result";
import { t } from "../strings";
import { clear, h } from "./dom";

const SHOWN = 400; // pairs; a report has fewer

// The words of a paragraph with those marked that the other side has not.
function words(text: string, other: string | null): (Node | string)[] {
  if (other === null) return [h("strong", {}, text)];
  const [own] = difference(text, other);
  const at = own.text ? own.at : -1;
  return at < 0 ? [text] : [text.slice(0, at), h("strong", {}, own.text), text.slice(at + own.text.length)];
}

function row({ before, now, kept }: Pair): HTMLElement {
  const cell = (text: string | null, other: string | null): HTMLElement =>
    h("td", {}, ...(text === null ? [t("nothingThere")] : kept ? [text] : words(text, other)));
  return h("tr", { class: kept ? "kept" : "differs" }, cell(before, now), cell(now, before));
}

export function textsBeside(pairs: readonly Pair[], heads: readonly [string, string]): HTMLElement {
  return h(
    "table",
    { class: "beside" },
    h("thead", {}, h("tr", {}, ...heads.map((head) => h("th", { scope: "col" }, head)))),
    h("tbody", {}, ...pairs.slice(0, SHOWN).map(row)),
  );
}

function cellTable(
  app: App,
  other: Result,
  now: Result,
  heads: readonly [string, string],
): HTMLElement | null {
  const { labels } = app.checker;
  const changes = cellChanges(other.report, now.report);
  if (!labels) return null;
  if (!changes.length) return h("p", { class: "hint" }, t("cellsSame"));
  return h(
    "table",
    { class: "beside cells-beside" },
    h("thead", {}, h("tr", {}, ...[t("yearsItem"), ...heads].map((head) => h("th", { scope: "col" }, head)))),
    h(
      "tbody",
      {},
      ...changes.map(({ id, before, now: text }) =>
        h(
          "tr",
          { class: "differs" },
          h("th", { scope: "row" }, labels.cellName(id)),
          h("td", {}, before === null ? t("cell_absent") : before || t("blankText")),
          h("td", {}, text === null ? t("cell_absent") : text || t("blankText")),
        ),
      ),
    ),
  );
}

// Another draft of the report beside this one.
export function draftPane(app: App): HTMLElement {
  const pane = h("div", {
    class: "beside-pane",
    tabindex: "0",
    role: "region",
    "aria-label": t("paneDraft"),
  });
  const draw = (): void => {
    const { result, other } = app.checker;
    const source = app.session.other;
    if (app.selection.pane !== "draft" || !result || !other || !source) return clear(pane);
    const heads = [source.name, result.source.name || t("pastedName")] as const;
    const pairs = beside(paragraphsOf(other), paragraphsOf(result), (text) => text);
    const different = pairs.filter(({ kept }) => !kept);
    clear(
      pane,
      h("h3", {}, t("draftTitle", ...heads)),
      h("h4", {}, t("draftCells")),
      cellTable(app, other, result, heads),
      h("h4", {}, t("draftText")),
      different.length ? textsBeside(different, heads) : h("p", { class: "hint" }, t("textSame")),
    );
  };
  app.on("result", draw);
  app.on("pane", draw);
  draw();
  return pane;
}

// The text of last year's report beside this one; the report year is read alike.
export function yearsBeside(app: App, heads: readonly [string, string]): HTMLElement {
  const box = h("details", { class: "years-beside" }, h("summary", {}, t("yearsBeside")));
  box.addEventListener("toggle", () => {
    if (!box.open || box.children.length > 1) return;
    const { result } = app.checker;
    void app.checker.textOfPrevious().then((before) => {
      if (!before || app.checker.result !== result || !result) return;
      const years = [before.report, result.report].map((report) => String((report && report.year) || "　"));
      const alike = (text: string): string =>
        years.reduce((words_, year) => words_.split(year).join("#"), text);
      box.appendChild(textsBeside(beside(paragraphsOf(before), paragraphsOf(result), alike), heads));
    });
  });
  return box;
}
