// The document as it is: headings, paragraphs, tables with their spans, marks where findings are. Drawn piece
// by piece as it comes into sight. Cells of the form are gone through with the arrow keys and changed in
// place.
import type { App } from "../app";
import { BlockKind, type Range } from "../result";
import { figuresOf } from "../figures";
import type { Item } from "../selection";
import type { Target } from "../trial";
import { type Chunk, chunkAt, chunksOf, type Piece, piecesOf } from "./chunks";
import { clear, h, scrollWithin } from "./dom";
import { offsetAt, openEditor } from "./editor";
import { CellLights } from "./lights";
import { type CellSpot, type FigureSpot, markedText, type Spot, spotsOf, within } from "./marks";
import { copyTableButton } from "./copy_table";
import { placeKey, tableElement } from "./table";
import { VirtualColumn } from "./virtual";

const HEADINGS: (keyof HTMLElementTagNameMap)[] = ["h3", "h4", "h5", "h6"];

export class DocumentPane {
  readonly element = h("div", { class: "paper", id: "document" });
  private chunks: Chunk[] = [];
  private readonly column: VirtualColumn;
  private spots: Spot[] = [];
  private inlineCells: CellSpot[] = [];
  private figures: FigureSpot[] = [];
  readonly lights: CellLights;
  private changed: Range[] = [];
  private readonly cellAt = new Map<string, string>();
  private stale = false;

  constructor(
    private readonly app: App,
    private readonly scroller: HTMLElement,
    private readonly choose: (item: Item) => void,
  ) {
    this.column = new VirtualColumn(this.element, scroller, {
      fill: (element, index) => this.fill(element, index),
    });
    this.element.addEventListener("click", (event) => this.click(event));
    this.element.addEventListener("dblclick", (event) => {
      const block = (event.target as Element).closest<HTMLElement>("[data-block]");
      this.edit(event.target as Element, undefined, block ? offsetAt(block, event) : undefined);
    });
    this.element.addEventListener("keydown", (event) => this.key(event));
    this.lights = new CellLights(app, this.element);
    scroller.appendChild(this.lights.notes);
    app.on("result", () => this.update());
    app.on("dismissals", () => this.update());
    app.on("pane", () => this.update());
    app.on("selection", () => this.showSelection());
  }

  // --- drawing --------------------------------------------------------------------------------------------

  // In the next frame: the verdict and the list come first.
  private update(): void {
    if (!this.stale) this.drawSoon();
    this.stale = true;
  }

  // Not while something is typed in: it would be cut off in the middle.
  private drawSoon(): void {
    requestAnimationFrame(() => {
      const typing = !!this.element.querySelector(".editing");
      if (this.stale && !typing && this.app.selection.pane === "document") this.draw();
    });
  }

  private draw(): void {
    const { result } = this.app.checker;
    this.stale = false;
    const known = this.column.heights(this.chunks.map((chunk) => chunk.height));
    const focused = this.focusedCell();
    const top = this.scroller.scrollTop;
    this.chunks = [];
    if (result) {
      this.element.className = `paper ${result.source.format === "txt" ? "plain" : "rich"}`;
      this.index();
      this.chunks = chunksOf(result.layout);
    }
    const estimates = this.chunks.map((chunk) => chunk.height);
    this.column.show(known.length === estimates.length ? known : estimates);
    if (top) this.scroller.scrollTop = top;
    this.makeOneCellReachable();
    if (focused) this.focusCell(focused);
  }

  private index(): void {
    const { app, cellAt } = this;
    const report = app.checker.result!.report;
    this.spots = spotsOf(app.selection.items);
    const figures = app.session.figuresShown ? figuresOf(app.checker.result) : null;
    this.figures = figures ? figures.marks.map((mark, i) => ({ ...mark, index: i })) : [];
    this.lights.find();
    this.changed = app.trial.changedRanges();
    this.inlineCells = [];
    cellAt.clear();
    for (const id of report ? Object.keys(report.cells) : []) {
      const { table, row, column, range } = report!.cells[id]!;
      if (table !== undefined && row !== undefined && column !== undefined)
        cellAt.set(placeKey(table, row, column), id);
      else if (range[1] > range[0]) this.inlineCells.push({ begin: range[0], end: range[1], id });
    }
  }

  private fill(element: HTMLElement, index: number): void {
    const chunk = this.chunks[index]!;
    const spots = within(this.spots, [chunk.begin, chunk.end]);
    const figures = within(this.figures, [chunk.begin, chunk.end]);
    const pieces = piecesOf(this.app.checker.result!.layout, chunk);
    clear(element, ...pieces.map((piece) => this.pieceElement(piece, spots, figures)));
    this.lights.paint(element);
    this.paintTold(element);
  }

  // Cells that the text speaks of, while its numbers are marked.
  private paintTold(element: HTMLElement): void {
    const figures = this.figures.length ? figuresOf(this.app.checker.result) : null;
    if (!figures) return;
    element.querySelectorAll<HTMLElement>("[data-cell]").forEach((cell) => {
      if (figures.byCell.has(cell.dataset.cell!)) cell.classList.add("told");
    });
  }

  private pieceElement(piece: Piece, spots: Spot[], figures: FigureSpot[]): HTMLElement {
    const { app, choose, cellAt } = this;
    const { text } = app.checker.result!;
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
    const told = within(figures, piece.range);
    element.appendChild(markedText(app, text, piece.range, within(spots, piece.range), cells, choose, told));
    return element;
  }

  // The report's title and section headings as the core recognised them; other headings as the file marks
  // them.
  private roleOf({ kind, level, range }: Piece): [keyof HTMLElementTagNameMap, string] {
    const { report } = this.app.checker.result!;
    const holds = (r: Range | undefined): boolean => !!r && r[1] > r[0] && r[0] < range[1] && r[1] > range[0];
    if (report && holds(report.titleRange)) return ["h3", "title"];
    if (report && report.sections.some((section) => holds(section.range))) return ["h4", "section"];
    if (this.isSignature(range)) return ["p", "signature"];
    return kind === BlockKind.heading ? [HEADINGS[Math.min(level, 4) - 1] || "h4", ""] : ["p", ""];
  }

  // Who signed and when: it stands on the right in print.
  private isSignature(range: Range): boolean {
    const { report, text } = this.app.checker.result!;
    const words = text.slice(...range).trim();
    return (!!report && words === report.agency) || /^\d{4}年\d{1,2}月\d{1,2}日$/.test(words);
  }

  // --- going to places ------------------------------------------------------------------------------------

  reveal(item: Item, place: number): void {
    const target = item.finding.places[place];
    if (target) this.revealRange(target.range, item.key, place);
  }

  revealCell(id: string): void {
    const range = this.showCell(id);
    if (!range) return;
    this.focusCell(id);
    if (!this.cellElement(id)) this.revealRange(range);
  }

  // Drawn and in sight; the focus stays where it is.
  showCell(id: string): Range | null {
    const report = this.app.checker.result && this.app.checker.result.report;
    const cell = report && report.cells[id];
    if (!cell) return null;
    this.drawAt(cell.range);
    const found = this.cellElement(id);
    if (found) {
      scrollWithin(this.scroller, found, "center");
      this.flash(found);
    }
    return cell.range;
  }

  private cellElement(id: string): HTMLElement | null {
    return this.element.querySelector<HTMLElement>(`[data-cell="${id}"]`);
  }

  // The element of a figure of the text, drawn and in sight.
  revealFigure(index: number): HTMLElement | null {
    const figure = this.figures[index];
    if (!figure || !this.drawAt([figure.begin, figure.end])) return null;
    const found = this.element.querySelector<HTMLElement>(`[data-figure="${index}"]`);
    if (!found) return null;
    this.element
      .querySelectorAll('[data-figure][tabindex="0"]')
      .forEach((e) => e.setAttribute("tabindex", "-1"));
    found.setAttribute("tabindex", "0");
    scrollWithin(this.scroller, found, "nearest");
    found.focus({ preventScroll: true });
    return found;
  }

  // What has the focus, when something takes a part of the pane.
  keepInSight(): void {
    const active = document.activeElement;
    if (active && this.element.contains(active)) scrollWithin(this.scroller, active, "nearest");
  }

  revealRange(range: Range, key?: string, place = 0): void {
    const drawn = this.drawAt(range);
    if (!drawn) return;
    const marks = key ? Array.from(drawn.querySelectorAll<HTMLElement>(`[data-keys~="${key}"]`)) : [];
    const target =
      marks[Math.min(this.marksBefore(key, place), marks.length - 1)] || this.blockAt(range) || drawn;
    scrollWithin(this.scroller, target, "center");
    target.setAttribute("tabindex", target.getAttribute("tabindex") || "-1");
    target.focus({ preventScroll: true });
    this.flash(target);
  }

  // The place that was asked for, for the eye that looks elsewhere.
  private flash(target: HTMLElement): void {
    this.element.querySelectorAll(".flash").forEach((e) => e.classList.remove("flash"));
    void target.offsetWidth; // the animation begins anew
    target.classList.add("flash");
  }

  // How many earlier places of the finding are marked in the same chunk.
  private marksBefore(key: string | undefined, place: number): number {
    const item = key ? this.app.selection.item(key) : undefined;
    if (!item) return 0;
    const { places } = item.finding;
    const chunk = (i: number): number => chunkAt(this.chunks, places[i]!.range[0]);
    return places.slice(0, place).filter((_, i) => chunk(i) === chunk(place)).length;
  }

  private drawAt(range: Range): HTMLElement | undefined {
    if (this.app.selection.pane !== "document") this.app.selection.showPane("document");
    if (this.stale) this.draw();
    return this.column.draw(chunkAt(this.chunks, range[0]));
  }

  private blockAt(range: Range): HTMLElement | null {
    const chunk = this.chunks[chunkAt(this.chunks, range[0])]!;
    const pieces = piecesOf(this.app.checker.result!.layout, chunk);
    const piece = pieces.find((p) => p.range[0] <= range[0] && p.range[1] >= range[0]);
    return piece ? this.element.querySelector<HTMLElement>(`[data-block="${piece.block}"]`) : null;
  }

  private showSelection(): void {
    const { selected } = this.app.selection;
    this.element.querySelectorAll(".chosen").forEach((e) => e.classList.remove("chosen"));
    if (selected)
      this.element.querySelectorAll(`[data-keys~="${selected}"]`).forEach((e) => e.classList.add("chosen"));
    if (!this.stale) this.lights.refresh();
  }

  // --- cells ----------------------------------------------------------------------------------------------

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
    const figure = this.element.querySelector("[data-figure]");
    if (figure) figure.setAttribute("tabindex", "0");
  }

  private focusCell(id: string): void {
    const cell = this.element.querySelector<HTMLElement>(`[data-cell="${id}"]`);
    if (!cell) return;
    this.element
      .querySelectorAll('[data-cell][tabindex="0"]')
      .forEach((e) => e.setAttribute("tabindex", "-1"));
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
    const at = keys.indexOf(this.app.selection.selected || "");
    const item = this.app.selection.item(keys[(at + 1) % keys.length]!);
    if (item) this.choose(item);
  }

  private edit(element: Element, typed?: string, at?: number): void {
    if (element.closest("input, textarea, button")) return;
    const cell = element.closest<HTMLElement>("[data-cell]");
    const block = element.closest<HTMLElement>("[data-block]");
    const host = cell || block;
    if (!host) return;
    openEditor(this.app, host, this.targetOf(host), { typed, at }, (by) => {
      if (cell) this.moveFrom(cell.dataset.cell!, by);
      if (this.stale) this.drawSoon();
    });
  }

  private targetOf(host: HTMLElement): Target {
    const { cell, table, index, block } = host.dataset;
    if (table !== undefined && index !== undefined)
      return { kind: "cell", table: Number(table), index: Number(index) };
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
    scrollWithin(this.scroller, next, "nearest");
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
