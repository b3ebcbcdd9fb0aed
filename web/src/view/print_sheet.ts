// The 校核单: what is printed instead of the page. Made when printing begins.
import type { App } from "../app";
import { t } from "../strings";
import type { Item } from "../selection";
import { changeWords } from "./changes";
import { clear, h } from "./dom";
import { findingText } from "./finding_card";
import { tally } from "./summary";
import { verdictOf } from "./verdict";

function line(name: string, value: string): HTMLElement {
  return h("tr", {}, h("th", {}, name), h("td", {}, value));
}

function itemBlock(app: App, item: Item): HTMLElement {
  const [title = "", ...rest] = findingText(app, item).split("\n");
  const reason = item.dismissal && t("dismissedBecause", item.dismissal.reason || t("noReason"));
  return h(
    "li",
    {},
    h("p", { class: "sheet-title" }, title),
    ...rest.map((text) => h("p", {}, text)),
    reason ? h("p", {}, reason) : h("p", { class: "sheet-answer" }, t("sheetAnswer")),
  );
}

function fill(app: App, sheet: HTMLElement): void {
  const { result } = app.checker;
  clear(sheet);
  if (!result) return;
  const trial = app.session.history.current.length;
  const verdict = verdictOf(app, result).title + (trial ? t("inBrackets", t("verdictTrial", trial)) : "");
  const counted = tally(app);
  const standing = app.selection.items.filter((item) => !item.dismissal);
  const dismissed = app.selection.items.filter((item) => item.dismissal);
  const list = (title: string, items: Item[]): HTMLElement | null =>
    items.length > 0 ? h("section", {}, h("h2", {}, title), h("ol", {}, ...items.map((i) => itemBlock(app, i)))) : null;
  const texts = (title: string, items: string[]): HTMLElement | null =>
    items.length > 0
      ? h("section", {}, h("h2", {}, title), h("ul", {}, ...items.map((text) => h("li", {}, text))))
      : null;
  const all = counted.passed + counted.failed + counted.open;
  clear(
    sheet,
    h("h1", {}, t("sheetTitle")),
    h(
      "table",
      {},
      h(
        "tbody",
        {},
        line(t("sheetReport"), (result.report && result.report.title) || t("unknown")),
        line(t("sheetFile"), result.source.name || t("pastedName")),
        line(t("sheetDate"), new Date().toLocaleDateString(document.documentElement.lang)),
        line(t("sheetVerdict"), verdict),
        line(t("sheetRelations"), t("tally", all, counted.passed, counted.failed, counted.open)),
      ),
    ),
    texts(
      t("sheetProblems"),
      result.problems.map((p) => p.message),
    ),
    list(t("sheetFindings"), standing),
    list(t("sheetDismissed"), dismissed),
    texts(
      t("sheetChanges"),
      app.session.history.current.map((edit) => changeWords(app, edit)),
    ),
    texts(
      t("sheetSkipped"),
      result.skipped.map((s) =>
        t("skippedItem", app.checker.labels ? app.checker.labels.ruleTitle(s.rule) : s.rule, s.reason),
      ),
    ),
    h("p", { class: "sheet-sign" }, t("sheetSign")),
    h("p", { class: "sheet-foot" }, t("sheetFoot", result.tool.version)),
  );
}

export function printSheet(app: App): HTMLElement {
  const sheet = h("div", { class: "sheet", "aria-hidden": "true" });
  window.onbeforeprint = () => fill(app, sheet);
  return sheet;
}
