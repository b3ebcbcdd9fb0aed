// One report among many, reduced to what the table shows of it.
import type { Survey } from "../protocol";
import type { GivenFile } from "./given";

// "failed": the checker broke on it or the file could not be opened; "done" may still mean that no report was found.
export type RowState = "waiting" | "checking" | "done" | "failed";
export type Failure = "crashed" | "gone" | { words: string };

export type RowVerdict = "errors" | "partial" | "warnings" | "clean" | "unreadable" | "failed" | "waiting";

export class Row {
  state: RowState = "waiting";
  failure: Failure | null = null;
  survey: Survey | null = null;
  previous: Row | null = null; // last year's report of the same body, when it is among the files

  constructor(
    readonly index: number, // in the order of the files
    readonly file: GivenFile,
  ) {}

  get verdict(): RowVerdict {
    if (this.state === "failed") return "failed";
    const { survey } = this;
    if (!survey) return "waiting";
    if (survey.outcome === "unreadable") return "unreadable";
    if (survey.errors) return "errors";
    if (survey.outcome === "partial") return "partial";
    return survey.warnings ? "warnings" : "clean";
  }
}

// The worst first.
export const VERDICTS: readonly RowVerdict[] = [
  "failed",
  "unreadable",
  "errors",
  "partial",
  "warnings",
  "clean",
  "waiting",
];

const bodyOf = (agency: string): string => agency.replace(/\s/g, "");

// The years of one body find each other. Of two reports of one body and year the first counts, as on the command line.
export function linkYears(rows: readonly Row[]): void {
  const known = new Map<string, Row>();
  const key = (agency: string, year: number): string => `${bodyOf(agency)}\n${year}`;
  for (const row of rows) {
    const { agency, year } = row.survey || { agency: null, year: null };
    if (agency && year && !known.has(key(agency, year))) known.set(key(agency, year), row);
  }
  for (const row of rows) {
    const { agency, year } = row.survey || { agency: null, year: null };
    row.previous = (agency && year && known.get(key(agency, year - 1))) || null;
  }
}
