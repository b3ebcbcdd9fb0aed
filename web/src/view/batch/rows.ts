// The rows of the list, in parts that are drawn near the window. While the order stays, a row is changed in
// place, so that focus and a click under way survive.
import type { Row } from "../../batch/row";
import { h, scrolls } from "../dom";
import { VirtualColumn } from "../virtual";

const PART = 10; // rows
const HEIGHT = 82; // pixels of a row before it was seen

export class ReportRows {
  private rows: readonly Row[] = [];
  private readonly drawn = new Map<Row, HTMLTableRowElement>();
  private readonly column: VirtualColumn;

  constructor(
    private readonly table: HTMLTableElement,
    private readonly scroller: HTMLElement,
    private readonly fill: (element: HTMLTableRowElement, row: Row) => void,
  ) {
    this.column = new VirtualColumn(table, scroller, {
      make: () => h("tbody", { role: "rowgroup" }),
      whole: 0,
      fill: (body, part) => this.drawPart(body, part),
    });
  }

  show(rows: readonly Row[], changed: readonly Row[]): void {
    if (rows.length === this.rows.length && rows.every((row, i) => row === this.rows[i])) {
      for (const row of changed) this.refill(row);
      return;
    }
    const focused = Array.from(this.drawn).find(([, element]) => element.contains(document.activeElement));
    this.rows = rows;
    this.drawn.clear();
    const parts = Math.ceil(rows.length / PART);
    const length = (part: number): number => Math.min(PART, rows.length - part * PART);
    this.column.show(Array.from({ length: parts }, (_, part) => length(part) * HEIGHT));
    if (focused && this.drawn.has(focused[0])) this.focus(focused[0]);
  }

  // Brings a row into sight and gives it the focus.
  reveal(row: Row): void {
    const index = this.rows.indexOf(row);
    if (index < 0) return;
    this.column.draw(Math.floor(index / PART));
    const element = this.drawn.get(row)!;
    const { scroller } = this;
    if (!scrolls(scroller)) element.scrollIntoView({ block: "nearest" });
    else {
      const [outer, inner] = [scroller.getBoundingClientRect(), element.getBoundingClientRect()];
      const above = inner.top - outer.top - this.table.tHead!.offsetHeight;
      const below = inner.bottom - outer.bottom;
      if (above < 0) scroller.scrollTop += above;
      else if (below > 0) scroller.scrollTop += below;
    }
    this.focus(row);
  }

  private focus(row: Row): void {
    const button = this.drawn.get(row)!.querySelector("button");
    if (button) button.focus({ preventScroll: true });
  }

  private drawPart(body: HTMLElement, part: number): void {
    this.rows.slice(part * PART, (part + 1) * PART).forEach((row, i) => {
      const index = part * PART + i + 2; // the head is the first
      const element = h("tr", { role: "row", "aria-rowindex": index });
      this.fill(element, row);
      this.drawn.set(row, element);
      body.appendChild(element);
    });
  }

  private refill(row: Row): void {
    const element = this.drawn.get(row);
    if (!element) return;
    if (!element.isConnected) this.drawn.delete(row);
    else {
      const focused = element.contains(document.activeElement);
      this.fill(element, row);
      if (focused) this.focus(row);
    }
  }
}
