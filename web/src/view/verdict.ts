// The answer in one line: what was found, how many of each kind, what was changed for trial; and what can be
// taken away.
import type { App } from "../app";
import { copy } from "../clipboard";
import type { Result, VerdictKind } from "../result";
import { changedRules } from "../rule_choices";
import { t } from "../strings";
import { clear, h } from "./dom";
import { exports } from "./exports";
import { findingText } from "./finding_card";
import { icon, type IconName } from "./icons";
import { changedRulesWords } from "./rules";
import { saidFor } from "./said";

const LOOKS: Record<VerdictKind, readonly [tone: string, picture: IconName]> = {
  unreadable: ["none", "notice"],
  errors: ["error", "error"],
  partial: ["partial", "partial"],
  warnings: ["warning", "warning"],
  dismissed: ["warning", "warning"],
  limited: ["warning", "partial"],
  notices: ["ok", "ok"],
  clean: ["ok", "ok"],
};

// In the core's words.
export function verdictTitle(app: App, result: Result): string {
  const trial = app.session.history.current.length;
  return result.verdict.title + (trial ? t("inBrackets", t("verdictTrial", trial)) : "");
}

function counts(app: App): HTMLElement {
  const { selection } = app;
  const dismissed = selection.items.filter((item) => item.dismissal).length;
  const part = (name: IconName, text: string): HTMLElement =>
    h("li", { class: `count ${name}` }, icon(name, 16), text);
  return h(
    "ul",
    { class: "counts" },
    part("error", t("countErrors", selection.count("error"))),
    part("warning", t("countWarnings", selection.count("warning"))),
    part("notice", t("countNotices", selection.count("notice"))),
    dismissed > 0 &&
      app.checker.result!.verdict.kind !== "dismissed" && // which says so itself
      h("li", { class: "count" }, t("countDismissed", dismissed)),
  );
}

// Heading, file and verdict first, so that the list can stand by itself.
export function listText(app: App): string {
  const { result } = app.checker;
  if (!result) return "";
  const report = (result.report && result.report.title) || result.source.name || t("pastedName");
  const head = [
    t("listHead", report),
    t("listFile", result.source.name || t("pastedName"), t("dateIs", ...dateParts())),
    t("listVerdict", verdictTitle(app, result)),
  ];
  const open = app.selection.items.filter((item) => !item.dismissal);
  return [head.join("\n"), ...open.map((item) => `${item.number}. ${findingText(app, item)}`)].join("\n\n");
}

export function dateParts(now = new Date()): [number, string, string] {
  const two = (n: number): string => String(n);
  return [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())];
}

function resultTools(app: App, toPaper: () => void): HTMLElement {
  const copyAll = h(
    "button",
    { type: "button", class: "button small", id: "copy-all" },
    icon("copy", 16),
    t("copyAll"),
  );
  const said = saidFor(copyAll, t("copyAll"));
  copyAll.addEventListener("click", () => said(copy(listText(app)) ? t("copied") : t("copyFailed")));
  const print = h(
    "button",
    { type: "button", class: "button small", id: "print", onclick: toPaper },
    icon("print", 16),
    t("print"),
  );
  return h("div", { class: "result-tools" }, copyAll, print, exports(app));
}

export function verdict(app: App, toPaper: () => void): HTMLElement {
  const main = h("div", { class: "verdict-main", role: "status", id: "verdict" });
  const tools = resultTools(app, toPaper);
  const box = h("section", { class: "verdict", "aria-label": t("verdictLabel") }, main, tools);
  const draw = (): void => {
    const { result } = app.checker;
    box.hidden = !result;
    if (!result) return;
    const { kind, title, next } = result.verdict;
    const [tone, picture] = LOOKS[kind];
    box.dataset.tone = tone;
    tools.hidden = !result.report;
    const changed = app.session.history.current.length;
    clear(
      main,
      icon(picture, 28),
      h(
        "div",
        { class: "verdict-words" },
        h(
          "p",
          { class: "verdict-title" },
          title,
          changed > 0 && h("span", { class: "tag" }, t("verdictTrial", changed)),
          changedRules(result.options) > 0 &&
            h("span", { class: "tag limited" }, changedRulesWords(result.options)),
        ),
        h("p", { class: "verdict-next" }, next),
      ),
      result.report && counts(app),
    );
  };
  app.on("result", draw);
  app.on("dismissals", draw);
  draw();
  return box;
}
