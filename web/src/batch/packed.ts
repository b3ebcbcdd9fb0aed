// All cells of a report in little room, for the export of many: in the order of the form, a plain number as its text, any
// other cell whole, one that is absent as null. About a kilobyte a report.
import type { ReportCell } from "../result";

export type Cell = Pick<ReportCell, "value" | "text" | "state">;

export function packCells(ids: readonly string[], cells: Readonly<Record<string, Cell>>): string {
  return JSON.stringify(
    ids.map((id) => {
      const cell = cells[id];
      if (!cell) return null;
      const { value, text, state } = cell;
      return state === "number" && String(value) === text ? text : { value, text, state };
    }),
  );
}

export function unpackCells(ids: readonly string[], packed: string): Record<string, Cell> {
  const cells: Record<string, Cell> = {};
  (JSON.parse(packed) as (string | Cell | null)[]).forEach((cell, i) => {
    if (cell !== null)
      cells[ids[i]!] = typeof cell === "string" ? { value: Number(cell), text: cell, state: "number" } : cell;
  });
  return cells;
}
