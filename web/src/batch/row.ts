// One report among many, reduced to what the table shows of it.
import type { Relation, Survey } from "../protocol";
import type { Severity } from "../result";
import { changedRules } from "../rule_choices";
import type { GivenFile } from "./given";

// "failed": the checker broke on it or the file could not be opened; "done" may still mean that no report was found.
export type RowState = "waiting" | "checking" | "done" | "failed";
export type Failure = "crashed" | "gone" | { words: string };

// "dismissed": nothing stands but what was called no problem, errors among it. "limited": nothing was found, but rules were switched off or rated lower.
export type RowVerdict =
  "errors" | "partial" | "warnings" | "dismissed" | "limited" | "clean" | "unreadable" | "failed" | "waiting";

export class Row {
  state: RowState = "waiting";
  failure: Failure | null = null;
  survey: Survey | null = null;
  previous: Row | null = null; // last year's report of the same body, when it is among the files
  relations: Relation | null = null; // what was found among the reports

  constructor(
    readonly index: number, // in the order of the files
    readonly file: GivenFile,
  ) {}

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
    const { survey } = this;
    if (!survey) return "waiting";
    if (survey.outcome === "unreadable") return "unreadable";
    if (this.errors) return "errors";
    if (survey.outcome === "partial") return "partial";
    if (this.warnings) return "warnings";
    if (survey.dismissed && survey.dismissed.errors) return "dismissed";
    return changedRules(survey.options) ? "limited" : "clean";
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
