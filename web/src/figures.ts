// The numbers of the text as the core's ledger has them, ordered for the page. Numbers that share their words
// (未发生行政 复议和行政诉讼 says two zeros) are one mark.
import type { Figure, FigureClass, Result } from "./result";

export interface FigureMark {
  begin: number;
  end: number;
  class: FigureClass; // the gravest of its figures
  figures: Figure[];
}

// From the gravest to the mildest; the legend has this order too.
export const FIGURE_CLASSES: readonly FigureClass[] = [
  "contradicts",
  "not_understood",
  "matches",
  "part_of_sum",
  "share_of",
  "growth_of",
  "not_about_tables",
];
const gravity = (figure: { class: FigureClass }): number => FIGURE_CLASSES.indexOf(figure.class);

export class FigureIndex {
  readonly marks: FigureMark[] = [];
  readonly counts = new Map<FigureClass, number>();
  readonly byCell = new Map<string, Figure[]>();
  private readonly markOf = new Map<Figure, number>();

  constructor(readonly all: readonly Figure[]) {
    for (const figure of all) {
      this.counts.set(figure.class, (this.counts.get(figure.class) || 0) + 1);
      for (const id of figure.cells || []) {
        const told = this.byCell.get(id) || [];
        told.push(figure);
        this.byCell.set(id, told);
      }
    }
    for (const figure of all.slice().sort((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1]))
      this.add(figure);
  }

  mark(figure: Figure): number {
    const at = this.markOf.get(figure);
    return at === undefined ? -1 : at;
  }

  private add(figure: Figure): void {
    const [begin, end] = figure.range;
    if (end <= begin) return;
    const last = this.marks[this.marks.length - 1];
    if (last && last.end > begin) {
      last.end = Math.max(last.end, end);
      last.figures.push(figure);
      if (gravity(figure) < gravity(last)) last.class = figure.class;
    } else this.marks.push({ begin, end, class: figure.class, figures: [figure] });
    this.markOf.set(figure, this.marks.length - 1);
  }
}

const known = new WeakMap<Result, FigureIndex>();

// Null until they were asked for.
export function figuresOf(result: Result | null): FigureIndex | null {
  if (!result || !result.ledger) return null;
  const index = known.get(result) || new FigureIndex(result.ledger.figures);
  known.set(result, index);
  return index;
}
