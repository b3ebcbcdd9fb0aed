// What the page needs and a core before the honest verdict does not say. Goes when that core has gone.
import type { RawResult } from "./protocol";
import type { VerdictKind } from "./result";

export function completed(raw: RawResult, english: boolean): RawResult {
  if (raw.verdict) return raw;
  const { errors, warnings, notices } = raw.summary;
  const limited = !!raw.options && raw.options.disable.length + Object.keys(raw.options.severity).length > 0;
  const kind: VerdictKind =
    raw.outcome === "unreadable"
      ? "unreadable"
      : errors
        ? "errors"
        : raw.outcome === "partial"
          ? "partial"
          : warnings
            ? "warnings"
            : limited
              ? "limited"
              : notices
                ? "notices"
                : "clean";
  const titles: Record<VerdictKind, readonly [string, string]> = {
    unreadable: ["没有认出政府信息公开年报", "No annual report recognised"],
    errors: [`有${errors}处错误须改正`, `Errors to correct: ${errors}`],
    partial: ["只读到一部分", "Only part of it was read"],
    warnings: [`未发现错误，有${warnings}处疑似待核实`, `No error found; warnings to look at: ${warnings}`],
    dismissed: ["", ""],
    limited: ["查过的项目未发现问题，但没有全查", "Nothing found in what was checked, but not everything was"],
    notices: [`未发现错误和疑似，有${notices}处提示`, `No error or warning found; notices: ${notices}`],
    clean: ["未发现问题", "No problem found"],
  };
  const problem = raw.problems[0];
  return { ...raw, verdict: { kind, title: titles[kind][english ? 1 : 0], next: problem ? problem.message : "" } };
}
