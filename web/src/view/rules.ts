// The rules: all of them with severity and basis, each to be switched off or rated otherwise, and what to say
// when some are.
import type { App } from "../app";
import { familyOf, words } from "../labels";
import type { CatalogueRule, Finding, Severity } from "../result";
import { type RuleCase, ruleCases } from "../rule_cases";
import { changedRules, type Choices, countChanged, type RuleLevel } from "../rule_choices";
import { language, t } from "../strings";
import { clear, h } from "./dom";

const SEVERITIES: readonly Severity[] = ["error", "warning", "notice"];

// --- what a result left out -------------------------------------------------------------------------------

// 已关闭 2 条规则，已调整 1 条规则的级别
export function changedRulesWords(choices: Choices): string {
  const { off, rated } = countChanged(choices);
  return [off && t("rulesOff", off), rated && t("rulesRated", rated)].filter((part) => part).join(t("comma"));
}

// Of the result that is shown; a list of reports is checked with what is chosen now.
function choicesOf(app: App): Choices {
  if (app.desk.view === "list") return app.rules.options(app.service.catalogue);
  return app.checker.result && app.checker.result.report ? app.checker.result.options : undefined;
}

// Below the verdict while rules are switched off or rated otherwise.
export function ruleStrip(app: App, openHelp: () => void): HTMLElement {
  const text = h("span", {});
  const show = (): void => {
    openHelp();
    const settings = document.getElementById("rule-settings") as HTMLDetailsElement;
    const go = (): void => {
      settings.scrollIntoView({ block: "start" });
      settings.querySelector("summary")!.focus({ preventScroll: true });
    };
    if (settings.open) return go();
    settings.addEventListener("toggle", go, { once: true }); // after it is filled
    settings.open = true;
  };
  const box = h(
    "div",
    { class: "notice-bar rule-strip", id: "rule-strip" },
    text,
    h("button", { type: "button", class: "button small", onclick: show }, t("showRules")),
    h(
      "button",
      { type: "button", class: "button small", id: "reset-rules", onclick: () => app.resetRules() },
      t("resetRules"),
    ),
  );
  const draw = (): void => {
    const choices = choicesOf(app);
    box.hidden = !changedRules(choices);
    text.textContent = t("rulesStrip", changedRulesWords(choices));
  };
  app.on("result", draw);
  app.on("desk", draw);
  app.on("settings", draw);
  draw();
  return box;
}

// --- choosing ---------------------------------------------------------------------------------------------

// What a rule can be set to, from its own severity (null) down. Some findings are graver than their rule
// usually is: those can be brought down to the rule's severity too.
function levels(rule: CatalogueRule, found: Severity = rule.severity): (RuleLevel | null)[] {
  const graver = SEVERITIES.indexOf(found) < SEVERITIES.indexOf(rule.severity);
  const lower = SEVERITIES.slice(SEVERITIES.indexOf(rule.severity) + (graver ? 0 : 1));
  return [null, ...lower, "off"];
}

const ruleOf = (app: App, id: string): CatalogueRule | undefined =>
  app.service.catalogue ? app.service.catalogue.rules.find((rule) => rule.id === id) : undefined;

// For a button each: all but what the rule is set to.
export function levelChoices(
  app: App,
  { rule: id, severity, ownSeverity = severity }: Finding,
): (readonly [RuleLevel | null, string])[] {
  const rule = ruleOf(app, id);
  if (!rule) return [];
  const current = app.rules.get(id) || null;
  const name = (level: RuleLevel | null): string =>
    level === "off"
      ? t("switchOff")
      : level
        ? t("lowerTo", t(`severity_${level}`))
        : t("asItWas", t(`severity_${ownSeverity}`));
  return levels(rule, ownSeverity)
    .filter((level) => level !== current)
    .reverse()
    .map((level) => [level, name(level)] as const);
}

function levelSelect(app: App, rule: CatalogueRule): HTMLElement {
  const current = app.rules.get(rule.id) || null;
  const name = (level: RuleLevel | null): string =>
    level === "off" ? t("levelOff") : t(`severity_${level || rule.severity}`);
  const choices = levels(rule);
  if (choices.indexOf(current) < 0) choices.splice(1, 0, current);
  const select = h(
    "select",
    {
      "aria-label": t("levelOf", words(rule.title)),
      "data-rule": rule.id,
      onchange: () => app.setRule(rule.id, (select.value || null) as RuleLevel | null),
    },
    ...choices.map((level) => h("option", { value: level || "", selected: level === current }, name(level))),
  );
  return select;
}

const opened = new Set<string>(); // rules whose cases are shown; the list is drawn anew with every choice

function caseWords({ breaks, keeps }: RuleCase): HTMLElement {
  const written = ({ title, text }: RuleCase["keeps"]): HTMLElement =>
    h("p", { lang: "zh-CN" }, text ? `${title}：${text}` : title);
  const english = language() === "en" && breaks.english;
  const message = h("p", { class: "hint", lang: english ? "en" : "zh-CN" }, english || breaks.message);
  return h(
    "dl",
    {},
    h("dt", {}, t("caseBreaks")),
    h("dd", {}, written(breaks), message),
    h("dt", {}, t("caseKeeps")),
    h("dd", {}, written(keeps)),
  );
}

// Under the rule's words; loaded when it is opened.
function casesOf(app: App, rule: CatalogueRule): HTMLElement {
  const shown = h("div", {});
  const box = h(
    "details",
    { class: "rule-cases", open: opened.has(rule.id) },
    h("summary", { "aria-label": t("casesOf", words(rule.title)) }, t("cases")),
    shown,
  );
  const draw = (): void => {
    if (!box.open) return void opened.delete(rule.id);
    opened.add(rule.id);
    ruleCases(app.service.engine)
      .then((cases) => clear(shown, caseWords(cases[rule.id]!)))
      .catch(() => clear(shown, h("p", {}, t("casesNotLoaded"))));
  };
  box.addEventListener("toggle", draw);
  return box;
}

function ruleLine(app: App, rule: CatalogueRule): HTMLElement {
  return h(
    "li",
    { class: app.rules.get(rule.id) ? "rule changed-rule" : "rule", "data-rule-line": rule.id },
    h(
      "div",
      { class: "rule-words" },
      h("p", {}, words(rule.title)),
      h("p", { class: "hint" }, t(`basis_${rule.basisKind}`), "：", words(rule.basis)),
      casesOf(app, rule),
    ),
    levelSelect(app, rule),
  );
}

function contains(rule: CatalogueRule, wanted: string): boolean {
  const all = [rule.id, rule.title.zh, rule.title.en, rule.basis.zh, rule.basis.en].join("\n").toLowerCase();
  return wanted.split(/\s+/).every((word) => all.indexOf(word) >= 0);
}

function ruleList(app: App, wanted: string): HTMLElement[] {
  const { catalogue } = app.service;
  if (!catalogue) return [];
  const found = catalogue.rules.filter((rule) => contains(rule, wanted));
  if (!found.length) return [h("p", { class: "empty" }, t("noRule"))];
  const sections: HTMLElement[] = [];
  for (const family of catalogue.families) {
    const rules = found.filter((rule) => familyOf(rule.id) === family.id);
    if (!rules.length) continue;
    sections.push(
      h("h3", {}, `${words(family.name)} (${rules.length})`),
      h("ul", { class: "rules" }, ...rules.map((rule) => ruleLine(app, rule))),
    );
  }
  return sections;
}

// All rules, to be searched and set; filled when it is opened.
export function ruleSettings(app: App): HTMLElement {
  const list = h("div", { class: "rule-list" });
  const search = h("input", {
    type: "search",
    id: "rule-search",
    placeholder: t("searchRules"),
    "aria-label": t("searchRules"),
    oninput: () => draw(),
  });
  const title = h("summary", {});
  const reset = h(
    "button",
    { type: "button", class: "button small", onclick: () => app.resetRules() },
    t("resetRules"),
  );
  const box = h(
    "details",
    { id: "rule-settings" },
    title,
    h("p", { class: "hint" }, t("rulesHint")),
    h("div", { class: "rule-tools" }, search, reset),
    list,
  );
  const draw = (): void => {
    const { catalogue } = app.service;
    title.textContent = catalogue ? t("rulesTitle", catalogue.rules.length) : t("helpRules");
    reset.disabled = !app.rules.size;
    const focused =
      document.activeElement instanceof HTMLElement ? document.activeElement.dataset.rule : undefined;
    clear(list, ...(box.open ? ruleList(app, search.value.trim().toLowerCase()) : []));
    const again = focused && list.querySelector<HTMLElement>(`[data-rule="${focused}"]`);
    if (again) again.focus({ preventScroll: true });
  };
  box.addEventListener("toggle", draw);
  app.on("settings", draw);
  draw();
  return box;
}
