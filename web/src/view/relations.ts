// The broken sums of a finding, written out with the printed labels: as a table on the card, as one line for
// print, clipboard and screen readers.
import type { App } from "../app";
import { inQuotes, labelOf, type Labels } from "../labels";
import type { Finding, Relation, Report } from "../result";
import { t } from "../strings";
import type { Item } from "../selection";
import { h } from "./dom";

const FOLD_ZEROS = 8; // sums with more terms show those of 0 together
const OPEN = 3; // sums that are unfolded at once

// What a cell would be if it is the wrong one. `sure`: there is no other way to mend the sums.
export interface Proposal {
  value: number | null; // null: it depends on which other cells are changed
  sure: boolean;
}

export function proposals(finding: Finding): Map<string, Proposal> {
  const all = new Map<string, Proposal>();
  const repairs = finding.repairs || [];
  const sure = repairs.length === 1;
  for (const { set } of repairs) {
    const ids = Object.keys(set);
    for (const id of ids)
      if (!all.has(id)) all.set(id, { value: sure || ids.length === 1 ? set[id]! : null, sure });
  }
  return all;
}

export function proposalWords({ value, sure }: Proposal): string {
  if (value === null) return t("maybeWrong");
  return sure ? t("shouldBe", value) : t("maybeShouldBe", value);
}

interface Term {
  id: string;
  label: string;
  value: string;
  zero: boolean;
  sign: 1 | -1;
}

const rowOf = (id: string): string => id.slice(0, id.lastIndexOf("."));
const columnOf = (id: string): string => id.slice(id.lastIndexOf(".") + 1);
const along = (relation: Relation): boolean =>
  relation.cells.every(({ id }) => rowOf(id) === rowOf(relation.cells[0]!.id));

// Of which row or column the sum is: 表三“（一）予以公开”行.
export function relationName(labels: Labels, relation: Relation): string {
  const parts = labels.cell(relation.cells[0]!.id);
  if (!parts) return labels.ruleTitle(relation.rule);
  const name = labels.tableName(parts.table);
  return along(relation)
    ? t("ofRow", name, inQuotes(labelOf(parts.row)))
    : t("ofColumn", name, inQuotes(labelOf(parts.column)));
}

function termsOf(report: Report, labels: Labels, relation: Relation): Term[] {
  const inRow = along(relation);
  return relation.cells.map(({ id, sign }) => {
    const parts = labels.cell(id);
    const cell = report.cells[id];
    const label = parts ? (inRow ? labelOf(parts.column) : labelOf(parts.row)) : columnOf(id);
    const value = cell && cell.value !== null ? String(cell.value) : t("countedAsZero");
    return { id, label, value, zero: !cell || cell.value === null || cell.value === 0, sign };
  });
}

// Long sums without their zeros, and how many those are.
function folded(terms: Term[], keep: (id: string) => boolean): { shown: Term[]; zeros: number } {
  if (terms.length <= FOLD_ZEROS) return { shown: terms, zeros: 0 };
  const shown = terms.filter((term) => !term.zero || term.sign < 0 || keep(term.id));
  return { shown, zeros: terms.length - shown.length };
}

// 表三“自然人”列：（一）予以公开 6 + … + 2 = 15 ≠ （七）总计 18
export function relationLine(app: App, relation: Relation): string {
  const { labels, result } = app.checker;
  if (!labels || !result || !result.report) return "";
  const { shown, zeros } = folded(termsOf(result.report, labels, relation), () => false);
  const side = (sign: 1 | -1, sum: number): string => {
    const terms = shown.filter((term) => term.sign === sign);
    const text = terms.map((term) => `${term.label} ${term.value}`).join(" + ");
    return terms.length === 1 ? text : `${text || "0"} = ${sum}`;
  };
  const line = t(
    "relationIs",
    relationName(labels, relation),
    side(1, relation.left),
    relation.right === relation.left ? "=" : "≠",
    side(-1, relation.right),
  );
  return zeros ? t("withZeros", line, zeros) : line;
}

function sumTable(app: App, item: Item, relation: Relation, goTo: (cell: string) => void): HTMLElement {
  const labels = app.checker.labels!;
  const suspects = proposals(item.finding);
  const { shown, zeros } = folded(termsOf(app.checker.result!.report!, labels, relation), (id) =>
    suspects.has(id),
  );
  const rows: HTMLElement[] = [];
  const line = (sign: string, name: Node | string, value: string, note = "", role = ""): void => {
    rows.push(
      h(
        "tr",
        { class: role },
        h("td", { class: "sign" }, sign),
        h("th", { scope: "row" }, name),
        h("td", { class: "value" }, value),
        h("td", { class: "note" }, note),
      ),
    );
  };
  const side = (which: 1 | -1, sum: number, note: string): void => {
    const terms = shown.filter((term) => term.sign === which);
    terms.forEach((term, i) => {
      const suspect = suspects.get(term.id);
      const sign = i > 0 ? "+" : which < 0 ? "≠" : "";
      const last = note && terms.length === 1 ? note : "";
      const words = suspect ? `← ${proposalWords(suspect)}` : last;
      const link = h("button", { type: "button", class: "link", onclick: () => goTo(term.id) }, term.label);
      line(sign, link, term.value, words, suspect ? "suspect" : sign === "≠" ? "other-side" : "");
    });
    if (zeros && which > 0) line("+", t("restIsZero", zeros), "0", "", "rest");
    if (terms.length + (which > 0 ? zeros : 0) > 1) line("=", t("sumOf"), String(sum), note, "sum");
  };
  side(1, relation.left, "");
  side(-1, relation.right, t("differBy", Math.abs(relation.left - relation.right)));
  return h("table", { class: "written-sum" }, h("tbody", {}, ...rows));
}

export function relationList(app: App, item: Item, goTo: (cell: string) => void): HTMLElement | null {
  const all = item.finding.relations || [];
  const { labels, result } = app.checker;
  if (!all.length || !labels || !result || !result.report) return null;
  return h(
    "div",
    { class: "relations" },
    ...all.map((relation, i) =>
      h(
        "details",
        { class: "relation", open: i < OPEN, "data-relation": i },
        h("summary", {}, `${relationName(labels, relation)}　${relation.left} ≠ ${relation.right}`),
        sumTable(app, item, relation, goTo),
      ),
    ),
  );
}
