// The document as it is: headings, paragraphs, tables with their spans, marks where findings are. Drawn piece by piece as
// it comes into sight. Cells of the form are gone through with the arrow keys and changed in place.
import type { App, Item, Target } from "../app";
import { BlockKind, type Range } from "../result";
import { type Chunk, chunksOf, type Piece } from "./chunks";
import { clear, h } from "./dom";
import { openEditor } from "./editor";
import { type CellSpot, markedText, type Spot, spotsOf, within } from "./marks";
import { copyTableButton } from "./copy_table";
import { placeKey, tableElement } from "./table";

const KEEP_ALL = 40; // chunks: smaller documents stay drawn
const MARGIN = 1200; // pixels around the window that are drawn ahead
const HEADINGS: (keyof HTMLElementTagNameMap)[] = ["h3", "h4", "h5", "h6"];

export interface DocumentView {
  element: HTMLElement;
  reveal(item: Item, place: number): void;
  revealRange(range: Range): void;
  revealCell(id: string): void;
}

interface Drawn {
  chunk: Chunk;
  element: HTMLElement;
  drawn: boolean;
}

export class DocumentPane implements DocumentView {
  readonly element = h("div", { class: "paper", id: "document" });
  private chunks: Drawn[] = [];
  private spots: Spot[] = [];
  private inlineCells: CellSpot[] = [];
  private changed: Range[] = [];
  private readonly cellAt = new Map<string, string>();
  private watcher: IntersectionObserver | null = null;
  private stale = true;

  constructor(
    private readonly app: App,
    private readonly scroller: HTMLElement,
    private readonly choose: (item: Item) => void,
  ) {
    this.element.addEventListener("click", (event) => this.click(event));
    this.element.addEventListener("dblclick", (event) => this.edit(event.target as Element));
    this.element.addEventListener("keydown", (event) => this.key(event));
    app.on("result", () => this.update());
    app.on("dismissals", () => this.update());
    app.on("pane", () => this.update());
    app.on("selection", () => this.showSelection());
  }

  // --- drawing -----------------------------------------------------------------------------------------------------

  private update(): void {
    this.stale = true;
    if (this.app.pane === "document") this.draw();
  }

  private draw(): void {
    const { result } = this.app;
    this.stale = false;
    const heights = this.chunks.map((c) => (c.drawn ? c.element.offsetHeight : c.chunk.height));
    const focused = this.focusedCell();
    const top = this.scroller.scrollTop;
    clear(this.element);
    this.chunks = [];
    if (!result) return;
    this.element.className = `paper ${result.source.format === "txt" ? "plain" : "rich"}`;
    this.index();
    const chunks = chunksOf(result.layout);
    const same = chunks.length === heights.length;
    this.chunks = chunks.map((chunk, i) => {
      if (same) chunk.height = heights[i]!;
      const element = h("div", { class: "chunk", "data-chunk": i });
      element.style.minHeight = `${chunk.height}px`;
      this.element.appendChild(element);
      return { chunk, element, drawn: false };
    });
    if (this.chunks.length <= KEEP_ALL) this.chunks.forEach((c) => this.drawChunk(c));
    else this.watch();
    this.scroller.scrollTop = top;
    this.makeOneCellReachable();
    if (focused) this.focusCell(focused);
  }

  private index(): void {
    const { app, cellAt } = this;
    const report = app.result!.report;
    this.spots = spotsOf(app.items);
    this.changed = app.changedRanges();
    this.inlineCells = [];
    cellAt.clear();
    for (const id of report ? Object.keys(report.cells) : []) {
      const { table, row, column, range } = report!.cells[id]!;
      if (table !== undefined && row !== undefined && column !== undefined)
        cellAt.set(placeKey(table, row, column), id);
      else if (range[1] > range[0]) this.inlineCells.push({ begin: range[0], end: range[1], id });
    }
  }

  private watch(): void {
    if (this.watcher) this.watcher.disconnect();
    const scrolls = getComputedStyle(this.scroller).overflowY !== "visible";
    this.watcher = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const drawn = this.chunks[Number((entry.target as HTMLElement).dataset.chunk)];
          if (!drawn || drawn.element !== entry.target) continue;
          if (entry.isIntersecting) this.drawChunk(drawn);
          else this.eraseChunk(drawn);
        }
      },
      { root: scrolls ? this.scroller : null, rootMargin: `${MARGIN}px 0px` },
    );
    this.chunks.forEach((c) => this.watcher!.observe(c.element));
  }

  private drawChunk(drawn: Drawn): void {
    if (drawn.drawn) return;
    drawn.drawn = true;
    const spots = within(this.spots, [drawn.chunk.begin, drawn.chunk.end]);
    clear(drawn.element, ...drawn.chunk.pieces.map((piece) => this.pieceElement(piece, spots)));
    drawn.element.style.minHeight = "";
  }

  private eraseChunk(drawn: Drawn): void {
    if (!drawn.drawn || drawn.element.contains(document.activeElement)) return;
    drawn.element.style.minHeight = `${drawn.element.offsetHeight}px`;
    drawn.drawn = false;
    clear(drawn.element);
  }

  private pieceElement(piece: Piece, spots: Spot[]): HTMLElement {
    const { app, choose, cellAt } = this;
    const { text } = app.result!;
    if (piece.kind === BlockKind.table) {
      const table = tableElement({ app, text, spots, cellAt, changed: this.changed, choose }, piece);
      return h(
        "div",
        { class: "table-frame" },
        h("div", { class: "table-scroll" }, table),
        copyTableButton(app, piece.table),
      );
    }
    const [tag, role] = this.roleOf(piece);
    const changed = this.changed.some((r) => r[0] >= piece.range[0] && r[1] <= piece.range[1]);
    const element = h(tag, { "data-block": piece.block, class: `${role}${changed ? " changed" : ""}` });
    const cells = within(this.inlineCells, piece.range);
    element.appendChild(markedText(app, text, piece.range, within(spots, piece.range), cells, choose));
    return element;
  }

  // The report's title and section headings as the core recognised them; other headings as the file marks them.
  private roleOf({ kind, level, range }: Piece): [keyof HTMLElementTagNameMap, string] {
    const { report } = this.app.result!;
    const holds = (r: Range | undefined): boolean => !!r && r[1] > r[0] && r[0] < range[1] && r[1] > range[0];
    if (report && holds(report.titleRange)) return ["h3", "title"];
    if (report && report.sections.some((section) => holds(section.range))) return ["h4", "section"];
    return kind === BlockKind.heading ? [HEADINGS[Math.min(level, 4) - 1] || "h4", ""] : ["p", ""];
  }

  // --- going to places -----------------------------------------------------------------------------------------------

  reveal(item: Item, place: number): void {
    const target = item.finding.places[place];
    if (target) this.revealRange(target.range, item.key, place);
  }

  revealCell(id: string): void {
    const report = this.app.result && this.app.result.report;
    const cell = report && report.cells[id];
    if (!cell) return;
    this.drawAt(cell.range);
    this.focusCell(id);
    const found = this.element.querySelector<HTMLElement>(`[data-cell="${id}"]`);
    if (found) found.scrollIntoView({ block: "center", inline: "nearest" });
    else this.revealRange(cell.range);
  }

  revealRange(range: Range, key?: string, place = 0): void {
    const drawn = this.drawAt(range);
    if (!drawn) return;
    const marks = key ? Array.from(drawn.element.querySelectorAll<HTMLElement>(`[data-keys~="${key}"]`)) : [];
    const before = key
      ? this.app
          .item(key)!
          .finding.places.slice(0, place)
          .filter((p) => this.chunkAt(p.range) === drawn).length
      : 0;
    const target = marks[Math.min(before, marks.length - 1)] || this.blockAt(drawn, range) || drawn.element;
    target.scrollIntoView({ block: "center", inline: "nearest" });
    target.setAttribute("tabindex", target.getAttribute("tabindex") || "-1");
    target.focus({ preventScroll: true });
  }

  private chunkAt(range: Range): Drawn | undefined {
    return this.chunks.find(({ chunk }) => chunk.end >= range[0] && chunk.begin <= range[0]) || this.chunks[0];
  }

  private drawAt(range: Range): Drawn | undefined {
    if (this.app.pane !== "document") this.app.showPane("document");
    if (this.stale) this.draw();
    const drawn = this.chunkAt(range);
    if (drawn) this.drawChunk(drawn);
    return drawn;
  }

  private blockAt(drawn: Drawn, range: Range): HTMLElement | null {
    const piece = drawn.chunk.pieces.find((p) => p.range[0] <= range[0] && p.range[1] >= range[0]);
    return piece ? drawn.element.querySelector<HTMLElement>(`[data-block="${piece.block}"]`) : null;
  }

  private showSelection(): void {
    const { selected } = this.app;
    this.element.querySelectorAll(".chosen").forEach((e) => e.classList.remove("chosen"));
    if (selected) this.element.querySelectorAll(`[data-keys~="${selected}"]`).forEach((e) => e.classList.add("chosen"));
  }

  // --- cells -----------------------------------------------------------------------------------------------------------

  private cells(): HTMLElement[] {
    return Array.from(this.element.querySelectorAll<HTMLElement>("[data-cell]"));
  }

  private focusedCell(): string | undefined {
    const active = document.activeElement;
    const cell = active && this.element.contains(active) ? active.closest<HTMLElement>("[data-cell]") : null;
    return cell ? cell.dataset.cell : undefined;
  }

  private makeOneCellReachable(): void {
    const first = this.element.querySelector("[data-cell]");
    if (first) first.setAttribute("tabindex", "0");
  }

  private focusCell(id: string): void {
    const cell = this.element.querySelector<HTMLElement>(`[data-cell="${id}"]`);
    if (!cell) return;
    this.element.querySelectorAll('[data-cell][tabindex="0"]').forEach((e) => e.setAttribute("tabindex", "-1"));
    cell.setAttribute("tabindex", "0");
    cell.focus({ preventScroll: true });
  }

  private click(event: Event): void {
    const target = event.target as Element;
    if (target.closest("input, textarea, button")) return;
    const marked = target.closest<HTMLElement>("[data-keys]");
    if (marked) this.chooseNext((marked.dataset.keys || "").split(" "));
    const cell = target.closest<HTMLElement>("[data-cell]");
    if (cell) this.focusCell(cell.dataset.cell!);
  }

  // Several findings at one place are gone through click by click.
  private chooseNext(keys: string[]): void {
    const at = keys.indexOf(this.app.selected || "");
    const item = this.app.item(keys[(at + 1) % keys.length]!);
    if (item) this.choose(item);
  }

  private edit(element: Element, typed?: string): void {
    if (element.closest("input, textarea, button")) return;
    const cell = element.closest<HTMLElement>("[data-cell]");
    const block = element.closest<HTMLElement>("[data-block]");
    const host = cell || block;
    if (!host) return;
    openEditor(this.app, host, this.targetOf(host), typed, (by) => {
      if (cell) this.moveFrom(cell.dataset.cell!, by);
    });
  }

  private targetOf(host: HTMLElement): Target {
    const { cell, table, index, block } = host.dataset;
    if (table !== undefined && index !== undefined) return { kind: "cell", table: Number(table), index: Number(index) };
    if (cell) return { kind: "report", id: cell };
    return { kind: "block", index: Number(block) };
  }

  private moveFrom(id: string, by: number): void {
    const cells = this.cells();
    const next = cells[cells.findIndex((cell) => cell.dataset.cell === id) + by];
    this.focusCell(next ? next.dataset.cell! : id);
  }

  private moveRow(cell: HTMLElement, by: number): void {
    const box = cell.getBoundingClientRect();
    const middle = (box.left + box.right) / 2;
    const below = this.cells().filter((other) => {
      const o = other.getBoundingClientRect();
      const inColumn = o.left <= middle && o.right >= middle;
      return inColumn && (by > 0 ? o.top >= box.bottom - 2 : o.bottom <= box.top + 2);
    });
    const next = by > 0 ? below[0] : below[below.length - 1];
    if (!next) return;
    this.focusCell(next.dataset.cell!);
    next.scrollIntoView({ block: "nearest" });
  }

  private key(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    const cell = target.closest<HTMLElement>("[data-cell]");
    if (!cell || target !== cell || event.ctrlKey || event.metaKey || event.altKey) return;
    const steps: Record<string, () => void> = {
      ArrowRight: () => this.moveFrom(cell.dataset.cell!, 1),
      ArrowLeft: () => this.moveFrom(cell.dataset.cell!, -1),
      ArrowDown: () => this.moveRow(cell, 1),
      ArrowUp: () => this.moveRow(cell, -1),
      Enter: () => this.edit(cell),
      F2: () => this.edit(cell),
    };
    const step = steps[event.key];
    if (step) step();
    else if (/^[0-9]$/.test(event.key)) this.edit(cell, event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
