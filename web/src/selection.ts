// What a person looks at: the findings with their numbers and marks, which of them are listed, which one is
// chosen, and which side of the report is shown.
import { hash, type Marks, reportName } from "./marks";
import type { Finding, Result, Severity } from "./result";
import type { Topics } from "./topics";

export interface Item {
  finding: Finding;
  key: string;
  number: number; // as shown in list and document; 0 when dismissed
  dismissal: { reason: string } | undefined;
}

export interface Filters {
  text: string;
  family: string; // "" for all
  table: string; // "" for all
  severity: Severity | "";
}

export type Pane = "document" | "text" | "years" | "draft";

const EXCERPT = 400; // characters
const SEVERITIES: readonly Severity[] = ["error", "warning", "notice"];
const noFilters = (): Filters => ({ text: "", family: "", table: "", severity: "" });

function findingKey(finding: Finding, text: string): string {
  const excerpts = finding.places.map(({ range }) =>
    text.slice(range[0], Math.min(range[1], range[0] + EXCERPT)),
  );
  return hash(JSON.stringify([finding.rule, finding.cells, finding.equation || "", excerpts]));
}

export class Selection {
  items: Item[] = [];
  filters = noFilters();
  selected: string | null = null; // key of a finding
  pane: Pane = "document";
  report = ""; // name of the report by which its marks are kept

  constructor(
    private readonly topics: Topics,
    private readonly marks: Marks,
  ) {}

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
    this.report = reportName(result.report, result.source.name);
    const seen = new Map<string, number>();
    const items = result.findings.map((finding) => {
      const base = finding.key || findingKey(finding, result.text);
      const times = seen.get(base) || 0;
      seen.set(base, times + 1);
      return { finding, key: times ? `${base}-${times}` : base, number: 0, dismissal: undefined };
    });
    this.items = SEVERITIES.reduce<Item[]>(
      (all, s) => all.concat(items.filter((i) => i.finding.severity === s)),
      [],
    );
    this.number();
    if (this.selected && !this.item(this.selected)) this.selected = null;
    if (this.pane === "years" && !result.comparison) this.showPane("document");
  }

  // Numbers are the core's, the same in every export; until it has answered to a new mark those that stand
  // are counted.
  private number(): void {
    const reasons = this.marks.of(this.report);
    let next = 1;
    for (const item of this.items) {
      const reason = reasons[item.key];
      item.dismissal = reason === undefined ? undefined : { reason };
      item.number = item.dismissal ? 0 : item.finding.number || next++;
    }
  }

  item(key: string): Item | undefined {
    return this.items.find((item) => item.key === key);
  }
  count(severity: Severity): number {
    return this.items.filter((item) => !item.dismissal && item.finding.severity === severity).length;
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
