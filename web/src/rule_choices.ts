// Rules that a person switched off or rated lower. Kept in this browser, and in the file of marks.
import type { Catalogue, Severity } from "./result";
import { recall, remember } from "./settings";

export type RuleLevel = "off" | Severity;

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

  // For findings that were made without the options: those of rules that are on, rated as was chosen.
  applied<T extends { rule: string; severity: Severity }>(findings: readonly T[]): T[] {
    return findings
      .filter(({ rule }) => this.levels.get(rule) !== "off")
      .map((finding) => {
        const level = this.levels.get(finding.rule);
        const lower = !!level && level !== "off" && LEVELS.indexOf(level) > LEVELS.indexOf(finding.severity);
        return lower ? { ...finding, severity: level } : finding;
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
