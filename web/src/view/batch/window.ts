// Rows of equal height in a scrolling table, of which only those near the window exist. A row keeps its element while it
// is drawn, so that focus and a click under way survive a change.
import { h } from "../dom";

const AHEAD = 12; // rows drawn above and below what is seen
const GUESS = 52; // pixels, before a row was seen

export class TableWindow<T> {
  private rows: readonly T[] = [];
  private readonly drawn = new Map<T, HTMLTableRowElement>();
  private readonly stale = new Set<T>(); // drawn as they were
  private readonly above: HTMLElement;
  private readonly below: HTMLElement;
  private height = 0;
  private frame = 0;

  constructor(
    private readonly scroller: HTMLElement,
    private readonly body: HTMLElement,
    columns: number,
    private readonly fill: (element: HTMLTableRowElement, row: T, index: number) => void,
  ) {
    this.above = h("td", { colspan: columns });
    this.below = h("td", { colspan: columns });
    for (const space of [this.above, this.below])
      body.appendChild(h("tr", { class: "row-space", "aria-hidden": "true" }, space));
    scroller.addEventListener("scroll", () => this.later());
    window.addEventListener("resize", () => {
      this.height = 0;
      this.later();
    });
  }

  show(rows: readonly T[], changed: readonly T[]): void {
    this.rows = rows;
    for (const row of changed) this.stale.add(row);
    this.draw();
  }

  // Brings a row into sight and gives its element.
  reveal(row: T): HTMLElement | undefined {
    const index = this.rows.indexOf(row);
    if (index < 0) return undefined;
    const { scroller } = this;
    const head = scroller.querySelector("thead")!.offsetHeight;
    const top = index * this.rowHeight();
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (top + this.rowHeight() > scroller.scrollTop + scroller.clientHeight - head)
      scroller.scrollTop = top + this.rowHeight() + head - scroller.clientHeight;
    this.draw();
    return this.drawn.get(row);
  }

  private later(): void {
    if (!this.frame)
      this.frame = requestAnimationFrame(() => {
        this.frame = 0;
        this.draw();
      });
  }

  private rowHeight(): number {
    if (this.height) return this.height;
    const any = this.drawn.values().next().value as HTMLElement | undefined;
    this.height = any ? any.getBoundingClientRect().height : 0;
    return this.height || GUESS;
  }

  private draw(): void {
    const height = this.rowHeight();
    const first = Math.max(0, Math.floor(this.scroller.scrollTop / height) - AHEAD);
    const seen = Math.ceil((this.scroller.clientHeight || window.innerHeight) / height);
    const wanted = this.rows.slice(first, first + seen + 2 * AHEAD);
    const keep = new Set(wanted);
    this.drawn.forEach((element, row) => {
      if (keep.has(row)) return;
      element.remove();
      this.drawn.delete(row);
    });
    let at = this.above.parentElement!.nextElementSibling!;
    wanted.forEach((row, i) => {
      const element = this.elementOf(row, first + i);
      if (element === at) at = at.nextElementSibling!;
      else this.body.insertBefore(element, at);
    });
    this.above.style.height = `${first * height}px`;
    this.below.style.height = `${(this.rows.length - first - wanted.length) * height}px`;
  }

  private elementOf(row: T, index: number): HTMLTableRowElement {
    const known = this.drawn.get(row);
    const element = known || h("tr", {});
    element.setAttribute("aria-rowindex", String(index + 2)); // the head is the first
    const stale = this.stale.delete(row);
    if (known && !stale) return known;
    const focused = element.contains(document.activeElement);
    element.textContent = "";
    this.fill(element, row, index);
    const button = element.querySelector("button");
    if (focused && button) button.focus({ preventScroll: true });
    this.drawn.set(row, element);
    return element;
  }
}
