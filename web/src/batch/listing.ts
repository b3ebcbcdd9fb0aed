// Which rows are shown, and in which order. What is not known stands last, whichever way is up.
import type { Catalogue } from "../result";
import { figure } from "./figures";
import { byName } from "./order";
import { type Row, type RowVerdict, VERDICTS, type Work, WORKS } from "./row";

export type Column =
  | "name"
  | "agency"
  | "year"
  | "form"
  | "verdict"
  | "errors"
  | "warnings"
  | "notices"
  | "received"
  | "handled"
  | "work";

export interface Listing {
  by: Column | null; // null: as given
  down: boolean;
  text: string;
  verdict: RowVerdict | "";
  year: string;
  rule: string;
  work: Work | "none" | ""; // "none": those of which nothing is noted
}

export const everything = (): Listing => ({
  by: null,
  down: false,
  text: "",
  verdict: "",
  year: "",
  rule: "",
  work: "",
});

export function yearOf(row: Row): string {
  return row.survey && row.survey.year ? String(row.survey.year) : "";
}

type Value = string | number | null;

function valueOf(row: Row, column: Column, catalogue: Catalogue | null): Value {
  const { survey } = row;
  if (column === "work") return row.work ? WORKS.indexOf(row.work) : null;
  if (column === "name") return row.file.path;
  if (column === "verdict") return row.verdict === "waiting" ? null : VERDICTS.indexOf(row.verdict);
  if (!survey || survey.outcome === "unreadable") return null;
  if (column === "received" || column === "handled") {
    const cell = figure(catalogue, row, column);
    return cell ? cell.value : null;
  }
  if (column === "errors" || column === "warnings" || column === "notices") return row[column];
  return survey[column];
}

function compare(a: Value, b: Value): number {
  return typeof a === "string" && typeof b === "string" ? byName(a, b) : Number(a) - Number(b);
}

export function matches(row: Row, listing: Listing): boolean {
  if (listing.verdict && row.verdict !== listing.verdict) return false;
  if (listing.year && yearOf(row) !== listing.year) return false;
  if (listing.rule && !row.rules[listing.rule]) return false;
  if (listing.work && (row.work || "none") !== listing.work) return false;
  const wanted = listing.text.trim().toLowerCase();
  if (!wanted) return true;
  const { path } = row.file;
  return (
    `${path}\n${(row.survey && row.survey.agency) || ""}\n${row.note}`.toLowerCase().indexOf(wanted) >= 0
  );
}

export function listed(rows: readonly Row[], listing: Listing, catalogue: Catalogue | null): Row[] {
  const shown = rows.filter((row) => matches(row, listing));
  const { by, down } = listing;
  if (!by) return shown;
  const keyed = shown.map((row) => ({ row, value: valueOf(row, by, catalogue) }));
  keyed.sort((a, b) => {
    if (a.value === null || b.value === null)
      return Number(a.value === null) - Number(b.value === null) || a.row.index - b.row.index;
    return compare(a.value, b.value) * (down ? -1 : 1) || a.row.index - b.row.index;
  });
  return keyed.map(({ row }) => row);
}
