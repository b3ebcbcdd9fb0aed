// Findings that a person has called no problem, with the reason. A finding is known again by what it is about: its rule,
// its cells, its sum and the words in the document. When those change it is shown again.
import type { Finding } from "./result";
import { recall, remember } from "./settings";

export interface Dismissal {
  rule: string;
  reason: string;
  message: string;
}

const KEY = "nianbao.dismissals";
const FILE_SCHEMA = "nianbao-dismissals-1";
const EXCERPT = 400;

// 53 bits, not for secrets: a name for a text.
function hash(text: string): string {
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

export function findingKey(finding: Finding, text: string): string {
  const excerpts = finding.places.map(({ range }) => text.slice(range[0], Math.min(range[1], range[0] + EXCERPT)));
  return hash(JSON.stringify([finding.rule, finding.cells, finding.equation || "", excerpts]));
}

type Entries = Record<string, Dismissal>;

function isDismissal(value: unknown): value is Dismissal {
  const d = value as Dismissal;
  return !!d && typeof d.rule === "string" && typeof d.reason === "string" && typeof d.message === "string";
}

function parse(text: string): Entries {
  const entries: Entries = {};
  const value: unknown = JSON.parse(text);
  const given = value && typeof value === "object" ? (value as { dismissals?: unknown }).dismissals : null;
  if (!given || typeof given !== "object" || (value as { schema?: unknown }).schema !== FILE_SCHEMA)
    throw new Error("not ours");
  for (const key of Object.keys(given)) {
    const entry = (given as Record<string, unknown>)[key];
    if (/^[0-9a-z]{1,12}$/.test(key) && isDismissal(entry))
      entries[key] = { rule: entry.rule, reason: entry.reason, message: entry.message };
  }
  return entries;
}

export class Dismissals {
  private readonly entries = new Map<string, Dismissal>();

  constructor() {
    const kept = recall(KEY);
    if (!kept) return;
    try {
      this.add(parse(kept));
    } catch {
      // not ours
    }
  }

  get(key: string): Dismissal | undefined {
    return this.entries.get(key);
  }
  get size(): number {
    return this.entries.size;
  }
  set(key: string, dismissal: Dismissal): void {
    this.entries.set(key, dismissal);
    this.keep();
  }
  remove(key: string): void {
    this.entries.delete(key);
    this.keep();
  }
  toFile(more: object = {}): string {
    const dismissals: Entries = {};
    this.entries.forEach((value, key) => (dismissals[key] = value));
    return JSON.stringify({ schema: FILE_SCHEMA, dismissals, ...more }, null, 2);
  }
  // How many were in it; throws when the text is no such file.
  load(text: string): number {
    const entries = parse(text);
    this.add(entries);
    this.keep();
    return Object.keys(entries).length;
  }

  private add(entries: Entries): void {
    for (const key of Object.keys(entries)) this.entries.set(key, entries[key]!);
  }
  private keep(): void {
    remember(KEY, this.toFile());
  }
}
