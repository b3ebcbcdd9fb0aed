// Rules that a person switched off or rated otherwise. Kept in this browser, and in the file of marks.
import type { Catalogue, Result, Severity } from "./result";
import { recall, remember } from "./settings";

export type RuleLevel = "off" | Severity;
export type Choices = Result["options"]; // what a result left out or rated otherwise

export function countChanged(choices: Choices): { off: number; rated: number } {
  const { disable = [], severity = {}, unknown = [] } = choices || {};
  const known = (rules: string[]): number => rules.filter((rule) => unknown.indexOf(rule) < 0).length;
  return { off: known(disable), rated: known(Object.keys(severity)) };
}
export function changedRules(choices: Choices): number {
  const { off, rated } = countChanged(choices);
  return off + rated;
}

const KEY = "nianbao.rules";
const LEVELS: readonly RuleLevel[] = ["off", "error", "warning", "notice"];

export class RuleChoices {
  private readonly levels = new Map<string, RuleLevel>();

  constructor() {
    try {
      this.add(JSON.parse(recall(KEY) || "{}"));
    } catch {
      // nothing kept yet, or not ours
    }
  }

  get(rule: string): RuleLevel | undefined {
    return this.levels.get(rule);
  }
  get size(): number {
    return this.levels.size;
  }
  // Null: as the rule itself says.
  set(rule: string, level: RuleLevel | null): void {
    if (level) this.levels.set(rule, level);
    else this.levels.delete(rule);
    this.keep();
  }
  reset(): void {
    this.levels.clear();
    this.keep();
  }
  // How many there were; what is no choice is left out.
  load(given: unknown): number {
    const count = this.add(given);
    this.keep();
    return count;
  }
  toJson(): Record<string, RuleLevel> {
    const all: Record<string, RuleLevel> = {};
    this.levels.forEach((level, rule) => (all[rule] = level));
    return all;
  }

  // For the core: those that name a rule of its catalogue, all while that is not known yet.
  options(catalogue: Catalogue | null): { disable: string[]; severity: Record<string, Severity> } {
    const disable: string[] = [];
    const severity: Record<string, Severity> = {};
    this.levels.forEach((level, rule) => {
      if (catalogue && !catalogue.rules.some(({ id }) => id === rule)) return;
      if (level === "off") disable.push(rule);
      else severity[rule] = level;
    });
    return { disable, severity };
  }

  // For findings that were made without the options: those of rules that are on, rated as was chosen. As in
  // the core a rule is rated higher for its ordinary findings only, not for those that it rated lower itself.
  applied<T extends { rule: string; severity: Severity }>(findings: readonly T[], catalogue: Catalogue): T[] {
    const { disable, severity } = this.options(catalogue);
    return findings
      .filter(({ rule }) => disable.indexOf(rule) < 0)
      .map((finding) => {
        const level = severity[finding.rule];
        const own = catalogue.rules.find(({ id }) => id === finding.rule);
        if (!level || !own) return finding;
        const lower = LEVELS.indexOf(level) > LEVELS.indexOf(finding.severity);
        return lower || finding.severity === own.severity ? { ...finding, severity: level } : finding;
      });
  }

  private add(given: unknown): number {
    if (!given || typeof given !== "object") return 0;
    let count = 0;
    for (const rule of Object.keys(given)) {
      const level = LEVELS.find((l) => l === (given as Record<string, unknown>)[rule]);
      if (!level || !/^[a-z]+\/[a-z0-9-]+$/.test(rule)) continue;
      this.levels.set(rule, level);
      count++;
    }
    return count;
  }
  private keep(): void {
    remember(KEY, JSON.stringify(this.toJson()));
  }
}
