// A report that was checked a moment ago and is given again, mended: which findings are gone, which are new.
import type { Finding } from "./result";
import type { Item, Selection } from "./selection";

interface Known {
  key: string;
  about: string; // rule and cells: what stays when the words around are changed
}
interface Told extends Known {
  title: string;
  message: string;
}

const told = ({ finding, key }: Item): Told => ({
  key,
  about: `${finding.rule}|${finding.cells.join()}`,
  title: finding.title,
  message: finding.message,
});

// Those of `some` that have no counterpart in `others`: the same finding, or else one about the same.
export function without<T extends Known>(some: readonly T[], others: readonly T[]): T[] {
  const left = others.slice();
  const take = (same: (other: T) => boolean): boolean => {
    const at = left.findIndex(same);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  };
  const rest = some.filter((one) => !take((other) => other.key === one.key));
  return rest.filter((one) => !take((other) => other.about === one.about));
}

export class Since {
  gone: Pick<Finding, "title" | "message">[] = [];
  fresh = new Set<string>(); // keys
  compared = false;
  private readonly before = new Map<string, Told[]>(); // by report, as it was last left
  private wanted = false;

  // What is on the page now, before something else takes its place.
  remember({ report, items }: Selection): void {
    if (report) this.before.set(report, items.map(told));
  }

  // Another file is checked (or one that was left, as it was: then nothing is told).
  begin(again: boolean): void {
    this.wanted = again;
    this.compared = false;
  }

  // With every answer: the changes made on the page count, too.
  compare({ report, items }: Selection): void {
    const before = this.wanted ? this.before.get(report) : undefined;
    this.compared = !!before;
    if (!before) return;
    const now = items.map(told);
    this.gone = without(before, now);
    this.fresh = new Set(without(now, before).map(({ key }) => key));
  }
}
