// The answer to the only question: may it go out? And the counts, read out when they change.
import type { App } from "../app";
import { copy } from "../clipboard";
import type { Result } from "../result";
import { changedRules } from "../rule_choices";
import { t } from "../strings";
import { clear, h } from "./dom";
import { exports } from "./exports";
import { findingText } from "./finding_card";
import { icon, type IconName } from "./icons";
import { changedRulesWords } from "./rules";

interface Verdict {
  tone: "ok" | "warning" | "error" | "partial" | "none";
  picture: IconName;
  title: string;
  next: string;
}

export function verdictOf(app: App, result: Result): Verdict {
  const errors = app.selection.count("error");
  const warnings = app.selection.count("warning");
  const problem = result.problems[0];
  const why = problem ? problem.message : "";
  if (result.outcome === "unreadable")
    return { tone: "none", picture: "notice", title: t("verdictUnreadable"), next: why };
  const next = result.outcome === "partial" ? t("nextErrorsPartial") : t("nextErrors");
  if (errors) return { tone: "error", picture: "error", title: t("verdictErrors", errors), next };
  if (result.outcome === "partial")
    return { tone: "partial", picture: "partial", title: t("verdictPartial"), next: t("nextPartial") };
  if (warnings)
    return { tone: "warning", picture: "warning", title: t("verdictWarnings", warnings), next: t("nextWarnings") };
  // Nothing was found, but not everything was looked for, or not taken for what it is.
  if (changedRules(result.options))
    return { tone: "warning", picture: "partial", title: t("verdictLimited"), next: t("nextLimited") };
  return { tone: "ok", picture: "ok", title: t("verdictClean"), next: t("nextClean") };
}

function counts(app: App): HTMLElement {
  const dismissed = app.selection.items.filter((item) => item.dismissal).length;
  const part = (name: IconName, text: string): HTMLElement => h("li", { class: `count ${name}` }, icon(name, 16), text);
  return h(
    "ul",
    { class: "counts" },
    part("error", t("countErrors", app.selection.count("error"))),
    part("warning", t("countWarnings", app.selection.count("warning"))),
    part("notice", t("countNotices", app.selection.count("notice"))),
    dismissed > 0 && h("li", { class: "count" }, t("countDismissed", dismissed)),
  );
}

function resultTools(app: App): HTMLElement {
  const copyAll = h(
    "button",
    {
      type: "button",
      class: "button",
      id: "copy-all",
      onclick: () => {
        const open = app.selection.items.filter((item) => !item.dismissal);
        const done = copy(open.map((item) => `${item.number}. ${findingText(app, item)}`).join("\n\n"));
        copyAll.lastChild!.textContent = done ? t("copied") : t("copyFailed");
      },
    },
    icon("copy", 16),
    t("copyAll"),
  );
  const print = h(
    "button",
    { type: "button", class: "button", id: "print", onclick: () => window.print() },
    icon("print", 16),
    t("print"),
  );
  return h("div", { class: "result-tools" }, copyAll, print, exports(app));
}

export function verdict(app: App): HTMLElement {
  const main = h("div", { class: "verdict-main", role: "status", id: "verdict" });
  const tools = resultTools(app);
  const box = h("section", { class: "verdict", "aria-label": t("verdictLabel") }, main, tools);
  const draw = (): void => {
    const { result } = app.checker;
    box.hidden = !result;
    if (!result) return;
    const v = verdictOf(app, result);
    box.dataset.tone = v.tone;
    tools.hidden = !result.report;
    const changed = app.session.history.current.length;
    clear(
      main,
      icon(v.picture, 40),
      h(
        "div",
        { class: "verdict-words" },
        h(
          "p",
          { class: "verdict-title" },
          v.title,
          changed > 0 && h("span", { class: "tag" }, t("verdictTrial", changed)),
          changedRules(result.options) > 0 && h("span", { class: "tag limited" }, changedRulesWords(result.options)),
        ),
        h("p", { class: "verdict-next" }, v.next),
      ),
      result.report && counts(app),
    );
  };
  app.on("result", draw);
  app.on("dismissals", draw);
  draw();
  return box;
}
