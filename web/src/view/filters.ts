// Which findings are shown: by words, severity, family and table. Choices come from what was found.
import type { App } from "../app";
import { familyOf } from "../labels";
import type { Severity } from "../result";
import { t } from "../strings";
import type { Filters, Item } from "../selection";
import { clear, h } from "./dom";

const tablesOf = (item: Item): string[] => item.finding.cells.map((id) => id.slice(0, id.indexOf(".")));

export function matches(item: Item, filters: Filters): boolean {
  const { finding } = item;
  if (filters.severity && finding.severity !== filters.severity) return false;
  if (filters.family && familyOf(finding.rule) !== filters.family) return false;
  if (filters.table && tablesOf(item).indexOf(filters.table) < 0) return false;
  const wanted = filters.text.trim().toLowerCase();
  if (!wanted) return true;
  const all = [
    finding.title,
    finding.message,
    finding.advice,
    finding.basis,
    finding.equation || "",
    finding.rule,
  ].join("\n");
  return all.toLowerCase().indexOf(wanted) >= 0;
}

type Choice = readonly [value: string, text: string];

function counted(app: App, keys: (item: Item) => string[], name: (key: string) => string): Choice[] {
  const counts = new Map<string, number>();
  for (const item of app.selection.items)
    new Set(keys(item)).forEach((key) => counts.set(key, (counts.get(key) || 0) + 1));
  return Array.from(counts, ([key, count]) => [key, t("choiceCount", name(key), count)] as const);
}

export function filters(app: App): HTMLElement {
  const search = h("input", {
    type: "search",
    id: "search",
    placeholder: t("search"),
    "aria-label": t("search"),
    oninput: () => app.selection.setFilters({ text: search.value }),
  });
  const family = h("select", {
    id: "filter-family",
    "aria-label": t("filterFamily"),
    onchange: () => app.selection.setFilters({ family: family.value }),
  });
  const table = h("select", {
    id: "filter-table",
    "aria-label": t("filterTable"),
    onchange: () => app.selection.setFilters({ table: table.value }),
  });
  const severity = h("select", {
    id: "filter-severity",
    "aria-label": t("filterSeverity"),
    onchange: () => app.selection.setFilters({ severity: severity.value as Severity | "" }),
  });
  const fill = (select: HTMLSelectElement, everything: string, choices: Choice[], chosen: string): void => {
    clear(select, h("option", { value: "" }, everything));
    for (const [value, text] of choices)
      select.appendChild(h("option", { value, selected: value === chosen }, text));
    select.hidden = choices.length < 2;
  };
  const box = h("div", { class: "filters", role: "search" }, search, severity, family, table);
  const draw = (): void => {
    const { labels } = app.checker;
    box.hidden = app.selection.items.length < 2 || !labels;
    if (!labels) return;
    const tableName = (key: string): string => labels.familyName(key);
    fill(
      severity,
      t("allSeverities"),
      counted(
        app,
        (i) => [i.finding.severity],
        (s) => t(`severity_${s as Severity}`),
      ),
      app.selection.filters.severity,
    );
    fill(
      family,
      t("allFamilies"),
      counted(
        app,
        (i) => [familyOf(i.finding.rule)],
        (f) => labels.familyName(f),
      ),
      app.selection.filters.family,
    );
    fill(table, t("allTables"), counted(app, tablesOf, tableName), app.selection.filters.table);
    if (search.value !== app.selection.filters.text) search.value = app.selection.filters.text;
  };
  app.on("result", draw);
  app.on("filters", draw);
  draw();
  return box;
}
