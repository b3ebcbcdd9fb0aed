// What one number of the text was held against, or which sentences speak of a cell. Stands below the
// document.
import type { App } from "../app";
import { figuresOf } from "../figures";
import type { Figure, Range } from "../result";
import { t } from "../strings";
import type { Item } from "../selection";
import { clear, h } from "./dom";

export interface PanelActions {
  showFigure(index: number): void;
  showCell(id: string): void;
  showFinding(item: Item): void;
  closed(): void;
}

const SENTENCES_SHOWN = 40;

export class FigurePanel {
  readonly element = h("section", {
    class: "figure-panel panel empty",
    id: "figure-panel",
    "aria-label": t("figurePanelLabel"),
    "aria-live": "polite",
    hidden: true,
  });

  constructor(
    private readonly app: App,
    private readonly actions: PanelActions,
  ) {
    this.element.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      event.preventDefault();
      this.close();
    });
  }

  // It tells about something.
  get open(): boolean {
    return !this.element.classList.contains("empty");
  }

  showFigure(index: number): void {
    const figures = figuresOf(this.app.checker.result);
    const mark = figures && figures.marks[index];
    if (!mark) return;
    this.show(...mark.figures.map((figure) => this.figure(figure)));
    this.element.scrollIntoView({ block: "nearest" });
  }

  showCell(id: string): void {
    const { app } = this;
    const figures = figuresOf(app.checker.result);
    if (!figures || !app.checker.labels) return;
    const told = figures.byCell.get(id) || [];
    this.show(
      h(
        "div",
        {},
        h("h3", { tabindex: "-1" }, app.checker.labels.cellName(id)),
        h("p", { class: "hint" }, told.length ? t("toldIn", told.length) : t("toldNowhere")),
        told.length > 0 &&
          h(
            "ul",
            { class: "sentences" },
            ...told.slice(0, SENTENCES_SHOWN).map((figure) => this.sentence(figure)),
          ),
      ),
    );
  }

  focus(): void {
    const heading = this.element.querySelector("h3");
    if (heading) heading.focus();
  }

  // One line while the numbers are marked and none is asked about.
  empty(shown: boolean): void {
    this.element.hidden = !shown;
    this.element.classList.add("empty");
    clear(this.element, h("p", { class: "hint" }, t("figuresHint")));
  }

  private close(): void {
    this.empty(true);
    this.actions.closed();
  }

  private show(...parts: HTMLElement[]): void {
    const close = h(
      "button",
      { type: "button", class: "button small panel-close", onclick: () => this.close() },
      t("closePanel"),
    );
    this.element.classList.remove("empty");
    clear(this.element, close, ...parts);
  }

  private text([begin, end]: Range): string {
    return this.app.checker.result!.text.slice(begin, end).replace(/\s+/g, " ");
  }

  // The clause with its number marked.
  private clause({ clause, range }: Figure): HTMLElement {
    const begin = Math.min(clause[0], range[0]);
    const end = Math.max(clause[1], range[1]);
    return h(
      "span",
      { class: "clause" },
      "“",
      this.text([begin, range[0]]),
      h("strong", {}, this.text(range)),
      this.text([range[1], end]),
      "”",
    );
  }

  private verdict(figure: Figure): HTMLElement {
    return h("span", { class: `figure-verdict figure ${figure.class}` }, t(`figure_${figure.class}`));
  }

  private sentence(figure: Figure): HTMLElement {
    const go = (): void => this.actions.showFigure(figuresOf(this.app.checker.result)!.mark(figure));
    return h(
      "li",
      {},
      h("button", { type: "button", class: "link", onclick: go }, this.clause(figure)),
      " ",
      this.verdict(figure),
    );
  }

  private figure(figure: Figure): HTMLElement {
    const { all } = figuresOf(this.app.checker.result)!;
    const others = (figure.figures || []).map((i) => all[i]!);
    return h(
      "div",
      { class: "figure-told" },
      h("h3", { tabindex: "-1" }, t("figureTitle", this.text(figure.range)), " ", this.verdict(figure)),
      h("p", {}, this.clause(figure)),
      figure.equation && h("p", { class: "equation" }, figure.equation),
      h("p", { class: "figure-note" }, figure.note),
      this.cells(figure),
      others.length > 0 && h("ul", { class: "sentences" }, ...others.map((other) => this.sentence(other))),
      ...this.findings(figure).map((item) =>
        h(
          "button",
          { type: "button", class: "chip", onclick: () => this.actions.showFinding(item) },
          t("seeFinding", item.number, item.finding.title),
        ),
      ),
    );
  }

  private cells({ cells = [], signs = [] }: Figure): HTMLElement | null {
    const { labels, result } = this.app.checker;
    if (!cells.length || !labels || !result!.report) return null;
    return h(
      "ul",
      { class: "held-cells" },
      ...cells.map((id, i) => {
        const cell = result!.report!.cells[id];
        const value = !cell
          ? t("cell_absent")
          : cell.state === "number"
            ? cell.text
            : t(`cell_${cell.state}`);
        const sign = i > 0 || signs[i] === -1 ? (signs[i] === -1 ? "− " : "+ ") : "";
        return h(
          "li",
          {},
          sign,
          h(
            "button",
            { type: "button", class: "link", onclick: () => this.actions.showCell(id) },
            labels.cellName(id),
          ),
          " ",
          h("strong", {}, value),
        );
      }),
    );
  }

  private findings({ range }: Figure): Item[] {
    return this.app.selection.items.filter(
      ({ finding, dismissal }) =>
        !dismissal && finding.places.some((place) => place.range[0] < range[1] && place.range[1] > range[0]),
    );
  }
}
