// The figures of a report that the table shows, taken from the form as the core describes it: the first row
// of what came in and the first of what went out of the balance, in the column of totals, which is the last.
import type { Catalogue, ReportCell } from "../result";
import type { Row } from "./row";

export interface Figures {
  received: string; // ids of cells
  handled: string;
}

export function figuresOf(catalogue: Catalogue, form: string | null): Figures | null {
  const found = catalogue.forms.find((f) => f.form === form);
  const table = found && found.tables.find((t) => t.balance);
  if (!table || !table.balance) return null;
  const idOf = (row: string | undefined): string => {
    const known = table.rows.find((r) => r.key === row);
    return known ? `${table.key}.${known.key}.${known.columns[known.columns.length - 1]!.key}` : "";
  };
  return { received: idOf(table.balance.incoming[0]), handled: idOf(table.balance.outgoing[0]) };
}

export function figureIds(catalogue: Catalogue): string[] {
  const ids = new Set<string>();
  for (const { form } of catalogue.forms) {
    const figures = figuresOf(catalogue, form);
    if (figures) ids.add(figures.received).add(figures.handled);
  }
  return Array.from(ids);
}

export type ShownCell = Pick<ReportCell, "value" | "text" | "state">;

// Undefined where the report was not read or has no such cell.
export function figure(catalogue: Catalogue | null, row: Row, which: keyof Figures): ShownCell | undefined {
  const { survey } = row;
  const figures = catalogue && survey ? figuresOf(catalogue, survey.form) : null;
  return figures ? survey!.cells[figures[which]] : undefined;
}
