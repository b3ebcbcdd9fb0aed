// One report among many, reduced to what the table shows of it.
import { type Change, changeOf } from "./change";
import type { Relation, Survey } from "../protocol";
import type { Severity, VerdictKind } from "../result";
import type { GivenFile } from "./given";

// "failed": the checker broke on it or the file could not be opened; "done" may still mean that no report was
// found.
export type RowState = "waiting" | "checking" | "done" | "failed";
export type Failure = "crashed" | "gone" | { words: string };

// What a person has noted of it; "": nothing.
export type Work = "" | "todo" | "returned" | "mended";
export const WORKS: readonly Work[] = ["todo", "returned", "mended"];

export type RowVerdict = Exclude<VerdictKind, "notices"> | "failed" | "waiting";

export class Row {
  state: RowState = "waiting";
  failure: Failure | null = null;
  survey: Survey | null = null;
  previous: Row | null = null; // last year's report of the same body, when it is among the files
  relations: Relation | null = null; // what was found among the reports
  work: Work = "";
  note = "";
  accepted = 0; // corrections that were made on the page and are not in the file
  before: Survey | null = null; // of the report in whose place this one was handed in

  constructor(
    public index: number, // in the order of the files
    public file: GivenFile,
  ) {}

  // What a person said of it goes on with what takes its place.
  succeed(earlier: Row): void {
    this.work = earlier.work;
    this.note = earlier.note;
    this.before = earlier.survey;
  }

  get change(): Change | null {
    const { before, survey } = this;
    return before && survey && before.sha256 !== survey.sha256 ? changeOf(before, survey) : null;
  }

  get errors(): number {
    return (this.survey ? this.survey.errors : 0) + this.related("error");
  }
  get warnings(): number {
    return (this.survey ? this.survey.warnings : 0) + this.related("warning");
  }
  get notices(): number {
    return (this.survey ? this.survey.notices : 0) + this.related("notice");
  }
  private related(severity: Severity): number {
    return this.relations ? this.relations.findings.filter((f) => f.severity === severity).length : 0;
  }

  // Findings by rule.
  get rules(): Record<string, number> {
    const all = { ...(this.survey ? this.survey.rules : {}) };
    for (const { rule } of this.relations ? this.relations.findings : []) all[rule] = (all[rule] || 0) + 1;
    return all;
  }

  get verdict(): RowVerdict {
    if (this.state === "failed") return "failed";
    if (!this.survey) return "waiting";
    // The core's verdict on the report by itself, unless what was found among the reports is worse.
    const alone = this.survey.verdict === "notices" ? "clean" : this.survey.verdict;
    const among = this.related("error") ? "errors" : this.related("warning") ? "warnings" : "clean";
    return VERDICTS.indexOf(among) < VERDICTS.indexOf(alone) ? among : alone;
  }
}

// The worst first.
export const VERDICTS: readonly RowVerdict[] = [
  "failed",
  "unreadable",
  "errors",
  "partial",
  "warnings",
  "dismissed",
  "limited",
  "clean",
  "waiting",
];
