// Which reports are listed: by words, verdict, year and rule. Choices come from what was found.
import type { App } from "../../app";
import { yearOf } from "../../batch/listing";
import { type Row, type RowVerdict, VERDICTS, WORKS } from "../../batch/row";
import { Labels } from "../../labels";
import { type MessageKey, t } from "../../strings";
import { clear, h } from "../dom";

type Choice = readonly [value: string, text: string];

function counts(rows: readonly Row[], keys: (row: Row) => string[]): Map<string, number> {
  const all = new Map<string, number>();
  for (const row of rows) for (const key of keys(row)) if (key) all.set(key, (all.get(key) || 0) + 1);
  return all;
}

function choices(found: Map<string, number>, order: string[], name: (key: string) => string): Choice[] {
  return order.map((key) => [key, t("choiceCount", name(key), found.get(key) || 0)] as const);
}

// Options are made anew only when they changed: the user may have the select open.
function filler(select: HTMLSelectElement, all: string): (list: readonly Choice[], chosen: string) => void {
  let filled: string | null = null;
  return (list, chosen) => {
    const key = JSON.stringify(list);
    select.hidden = list.length < 2 && !chosen;
    if (filled !== key) {
      filled = key;
      clear(select, h("option", { value: "" }, all));
      for (const [value, text] of list) select.appendChild(h("option", { value }, text));
    }
    select.value = chosen;
  };
}

type Chosen = "verdict" | "year" | "rule" | "work";

export function batchFilters(app: App): HTMLElement {
  const { desk } = app;
  const search = h("input", {
    type: "search",
    id: "batch-search",
    placeholder: t("batchSearch"),
    "aria-label": t("batchSearch"),
    oninput: () => desk.list({ text: search.value }),
  });
  const choice = (what: Chosen, label: MessageKey): HTMLSelectElement => {
    const change = (): void => desk.list({ [what]: select.value });
    const select = h("select", { id: `batch-${what}`, "aria-label": t(label), onchange: change });
    return select;
  };
  const verdict = choice("verdict", "filterVerdict");
  const year = choice("year", "filterYear");
  const rule = choice("rule", "filterRule");
  const work = choice("work", "filterWork");
  const fill = {
    work: filler(work, t("allWork")),
    verdict: filler(verdict, t("allVerdicts")),
    year: filler(year, t("allYears")),
    rule: filler(rule, t("allRules")),
  };
  const box = h("div", { class: "batch-filters", role: "search" }, search, verdict, year, rule, work);
  const draw = (): void => {
    if (!desk.batch) return;
    const { rows } = desk.batch;
    const { listing } = desk;
    const verdicts = counts(rows, (row) => [row.verdict]);
    const years = counts(rows, (row) => [yearOf(row)]);
    const rules = counts(rows, (row) => Object.keys(row.rules));
    const labels = app.service.catalogue && new Labels(app.service.catalogue, null);
    const ruleName = (id: string): string => (labels ? labels.ruleTitle(id) : id);
    const frequent = Array.from(rules.keys()).sort(
      (a, b) => rules.get(b)! - rules.get(a)! || (a < b ? -1 : 1),
    );
    const named = (v: string): string => t(`row_${v as RowVerdict}`);
    const present = VERDICTS.filter((v) => verdicts.has(v));
    fill.verdict(choices(verdicts, present.slice(), named), listing.verdict);
    fill.year(choices(years, Array.from(years.keys()).sort().reverse(), String), listing.year);
    fill.rule(choices(rules, frequent, ruleName), listing.rule);
    const works = counts(rows, (row) => [row.work || "none"]);
    const known = (["none", ...WORKS] as const).filter((one) => works.has(one));
    fill.work(
      choices(works, known, (one) => t(`work_${one}` as MessageKey)),
      listing.work,
    );
    if (search.value !== listing.text) search.value = listing.text;
  };
  app.on("rows", draw);
  app.on("listing", draw);
  app.on("desk", draw);
  draw();
  return box;
}
