// Findings that a person has called no problem, with the reason: of one report at a time, by names that say
// nothing about its contents (hashes). Kept as drafts are (keeping.ts). Other tabs of the page keep theirs in
// the same place, and none is lost.
import type { Keeping } from "./keeping.js";
import type { Report } from "./result.js";

export interface MarksFile {
  schema: typeof FILE_SCHEMA;
  dismissals: Record<string, { reason: string }>;
}

const KEY = "nianbao.marks";
const FILE_SCHEMA = "nianbao-dismissals-1";
const MOST_REPORTS = 200; // of which marks are kept

type Reasons = Record<string, string>;
type Kept = Record<string, Reasons>; // by report

// 53 bits, not for secrets: a name for a text.
export function hash(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

// A report is known again by whose and of which year it is, also after it was mended; else by its file's
// name.
export function reportName(report: Pick<Report, "agency" | "year"> | null, file: string): string {
  return hash(report && report.agency && report.year ? `${report.agency}|${report.year}` : `|${file}`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return !!value && typeof value === "object" && !Array.isArray(value);
}

function objectOf<T>(entries: [string, T][]): Record<string, T> {
  const all: Record<string, T> = {};
  for (const [key, value] of entries) all[key] = value;
  return all;
}

function reasonsOf(value: unknown): Reasons {
  const reasons: Reasons = {};
  if (isObject(value))
    for (const key of Object.keys(value)) {
      const entry = value[key];
      const reason = isObject(entry) ? entry.reason : entry;
      if (/^[0-9a-z-]{1,24}$/.test(key) && typeof reason === "string") reasons[key] = reason;
    }
  return reasons;
}

export class Marks {
  private kept: Kept = {};

  // `changed`: another tab, or the forgetting of everything, changed what is kept.
  constructor(
    private readonly keeping: Keeping,
    changed: () => void,
  ) {
    this.kept = this.stored();
    keeping.listen(KEY, () => {
      this.kept = this.stored();
      changed();
    });
  }

  of(report: string): Reasons {
    return this.kept[report] || {};
  }
  get size(): number {
    return Object.keys(this.kept).reduce((sum, report) => sum + Object.keys(this.of(report)).length, 0);
  }

  // Null: it is a problem after all.
  set(report: string, key: string, reason: string | null): void {
    const all = this.stored(); // another tab may have marked something else meanwhile
    const reasons = Object.entries(all[report] || {}).filter(([other]) => other !== key);
    if (reason !== null) reasons.push([key, reason]);
    const others = Object.entries(all).filter(([other]) => other !== report);
    if (reasons.length) others.push([report, objectOf(reasons)]); // the newest stands last
    this.kept = objectOf(others.slice(-MOST_REPORTS));
    this.keeping.set(KEY, JSON.stringify(this.kept));
  }

  // As the core and a file take them; null when there are none.
  file(report: string): MarksFile | null {
    const reasons = this.of(report);
    const keys = Object.keys(reasons);
    if (!keys.length) return null;
    const dismissals: MarksFile["dismissals"] = {};
    for (const key of keys) dismissals[key] = { reason: reasons[key]! };
    return { schema: FILE_SCHEMA, dismissals };
  }

  // How many were in it; throws when the text is no such file.
  load(report: string, text: string): number {
    const value: unknown = JSON.parse(text);
    if (!isObject(value) || value.schema !== FILE_SCHEMA || !isObject(value.dismissals))
      throw new Error("not ours");
    const reasons = reasonsOf(value.dismissals);
    for (const key of Object.keys(reasons)) this.set(report, key, reasons[key]!);
    return Object.keys(reasons).length;
  }

  private stored(): Kept {
    const kept: Kept = {};
    try {
      const value: unknown = JSON.parse(this.keeping.get(KEY) || "{}");
      if (isObject(value))
        for (const report of Object.keys(value))
          if (/^[0-9a-z]{1,12}$/.test(report)) kept[report] = reasonsOf(value[report]);
    } catch {
      // not ours
    }
    return kept;
  }
}
