// What a person looks at: the findings with their numbers and marks, which of them are listed, which one is chosen, and
// which side of the report is shown.
import { type Dismissal, Dismissals, findingKey } from "./dismissals";
import type { Finding, Result, Severity } from "./result";
import type { Topics } from "./topics";

export interface Item {
  finding: Finding;
  key: string;
  number: number; // as shown in list and document; 0 when dismissed
  dismissal: Dismissal | undefined;
}

export interface Filters {
  text: string;
  family: string; // "" for all
  table: string; // "" for all
  severity: Severity | "";
}

export type Pane = "document" | "text" | "years";

const SEVERITIES: readonly Severity[] = ["error", "warning", "notice"];
const noFilters = (): Filters => ({ text: "", family: "", table: "", severity: "" });

export class Selection {
  items: Item[] = [];
  filters = noFilters();
  selected: string | null = null; // key of a finding
  pane: Pane = "document";
  readonly dismissals = new Dismissals();

  constructor(private readonly topics: Topics) {}

  // For another report; not told of.
  reset(): void {
    this.filters = noFilters();
    this.selected = null;
    this.pane = "document";
  }
  clear(): void {
    this.items = [];
    this.pane = "document";
  }

  // The findings of a result; not told of.
  take(result: Result): void {
    const seen = new Map<string, number>();
    const items = result.findings.map((finding) => {
      const base = findingKey(finding, result.text);
      const times = seen.get(base) || 0;
      seen.set(base, times + 1);
      return { finding, key: times ? `${base}${times}` : base, number: 0, dismissal: undefined };
    });
    this.items = SEVERITIES.reduce<Item[]>((all, s) => all.concat(items.filter((i) => i.finding.severity === s)), []);
    this.number();
    if (this.selected && !this.item(this.selected)) this.selected = null;
    if (this.pane === "years" && !result.comparison) this.showPane("document");
  }

  private number(): void {
    let next = 1;
    for (const item of this.items) {
      item.dismissal = this.dismissals.get(item.key);
      item.number = item.dismissal ? 0 : next++;
    }
  }

  item(key: string): Item | undefined {
    return this.items.find((item) => item.key === key);
  }
  count(severity: Severity): number {
    return this.items.filter((item) => !item.dismissal && item.finding.severity === severity).length;
  }

  dismiss(item: Item, reason: string): void {
    const { rule, message } = item.finding;
    this.dismissals.set(item.key, { rule, reason, message });
    this.renumber();
  }
  undismiss(item: Item): void {
    this.dismissals.remove(item.key);
    this.renumber();
  }
  renumber(): void {
    this.number();
    this.topics.emit("dismissals");
  }

  select(key: string | null): void {
    this.selected = key;
    this.topics.emit("selection");
  }
  setFilters(filters: Partial<Filters>): void {
    Object.assign(this.filters, filters);
    this.topics.emit("filters");
  }
  showPane(pane: Pane): void {
    this.pane = pane;
    this.topics.emit("pane");
  }
}
