// This year's tables and last year's, line by line, as the core compared them.
import { labelOf } from "../labels";
import type { Comparison, FormTable, ReportCell, Result } from "../result";

type ComparedCell = Comparison["cells"][""];

export interface Line {
  id: string;
  name: string;
  now: ReportCell | undefined;
  before: ComparedCell | undefined;
  difference: number | null;
  percent: number | null; // of last year's number; null where that is 0 or unknown
  onlyNow: boolean; // last year's report is on another form, which has no such cell
}

// Tables with many rows of the same columns are read a column at a time, the others as a whole.
export function columnsOf(table: FormTable): FormTable["rows"][0]["columns"] {
  const [first] = table.rows;
  const keys = (row: FormTable["rows"][0]): string => row.columns.map((c) => c.key).join();
  const alike = !!first && table.rows.length > 2 && table.rows.every((row) => keys(row) === keys(first));
  return alike && first.columns.length > 1 ? first.columns : [];
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

export function linesOf(result: Result, table: FormTable, column: string): Line[] {
  const { report, comparison } = result;
  if (!report || !comparison) return [];
  const lines: Line[] = [];
  for (const row of table.rows)
    for (const c of row.columns) {
      if (column && c.key !== column) continue;
      const id = `${table.key}.${row.key}.${c.key}`;
      const before = comparison.cells[id];
      const difference = before && before.difference !== undefined ? before.difference : null;
      const base = before && before.value;
      const percent = difference !== null && base ? tenth((100 * difference) / base) : null;
      const parts = [row.group, labelOf(row)].concat(
        column || row.columns.length === 1 ? [] : [c.group, labelOf(c)],
      );
      const name = parts.filter((part, i) => part && parts.indexOf(part) === i).join(" · ");
      const onlyNow = !before && comparison.previous.form !== report.form;
      lines.push({ id, name, now: report.cells[id], before, difference, percent, onlyNow });
    }
  return lines;
}

export function changed({ now, before, difference, onlyNow }: Line): boolean {
  if (onlyNow) return false;
  return difference !== null ? difference !== 0 : (now ? now.text : null) !== (before ? before.text : null);
}
