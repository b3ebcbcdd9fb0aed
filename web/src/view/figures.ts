// The numbers of the text: a switch, a legend with counts, and the way from number to cell and back. Numbers
// are gone through with the arrow keys; Enter tells what a number was held against.
import type { App } from "../app";
import { FIGURE_CLASSES, figuresOf } from "../figures";
import type { FigureClass } from "../result";
import { t } from "../strings";
import { clear, h } from "./dom";
import type { DocumentPane } from "./document";
import { FigurePanel } from "./figure_panel";

const SECOND_CLICK = 400; // ms

export interface FiguresView {
  toggle: HTMLElement;
  legend: HTMLElement;
  panel: HTMLElement;
}

export function figures(app: App, pane: DocumentPane, showFinding: () => void): FiguresView {
  let chosen = -1; // number of the mark that is told about
  let cell = ""; // or the cell
  let quiet = false; // focus comes back and is no new question
  const toggle = h(
    "button",
    {
      type: "button",
      class: "button small",
      id: "figures-toggle",
      onclick: () => app.session.showFigures(!app.session.figuresShown),
    },
    t("figures"),
  );
  const legend = h("div", { class: "figure-legend", role: "group", "aria-label": t("figuresLabel") });
  const panel = new FigurePanel(app, {
    showFigure: (index) => go(index),
    showCell(id) {
      quiet = true;
      pane.revealCell(id);
      quiet = false;
    },
    showFinding(item) {
      app.selection.select(item.key);
      showFinding();
    },
    closed() {
      quiet = true;
      if (cell) pane.revealCell(cell);
      else pane.revealFigure(chosen);
      quiet = false;
    },
  });

  const go = (index: number): void => {
    chosen = index;
    cell = "";
    panel.showFigure(index);
    pane.revealFigure(index);
  };
  // A panel that is yet to grow waits for a second click, under which it would slide.
  let waiting = 0;
  const soon = (act: () => void): void => {
    clearTimeout(waiting);
    if (panel.open) act();
    else waiting = window.setTimeout(act, SECOND_CLICK);
  };
  const marks = (): readonly { class: FigureClass }[] => {
    const index = figuresOf(app.checker.result);
    return index ? index.marks : [];
  };
  const step = (from: number, by: number): void => {
    const next = from + by;
    if (next < 0 || next >= marks().length) return;
    if (panel.open) go(next);
    else pane.revealFigure((chosen = next));
  };
  const nextOf = (wanted: FigureClass): void => {
    const all = marks();
    for (let i = 1; i <= all.length; i++) {
      const at = (chosen + i) % all.length;
      if (all[at]!.class === wanted) return go(at);
    }
  };

  const at = (event: Event): number => {
    const element = (event.target as Element).closest<HTMLElement>("[data-figure]");
    return element ? Number(element.dataset.figure) : -1;
  };
  pane.element.addEventListener("click", (event) => {
    const index = at(event);
    if (index >= 0 && !(event.target as Element).closest("button")) soon(() => go(index));
  });
  pane.element.addEventListener("dblclick", () => clearTimeout(waiting), true);
  pane.element.addEventListener("keydown", (event) => {
    const index = at(event);
    if (index < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" || event.key === " ") {
      go(index);
      panel.focus();
    } else if (event.key === "ArrowRight" || event.key === "ArrowDown") step(index, 1);
    else if (event.key === "ArrowLeft" || event.key === "ArrowUp") step(index, -1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  pane.element.addEventListener("focusin", (event) => {
    const element = (event.target as Element).closest<HTMLElement>("[data-cell]");
    if (!element || quiet || !app.session.figuresShown || !figuresOf(app.checker.result)) return;
    chosen = -1;
    const id = (cell = element.dataset.cell!);
    soon(() => {
      panel.showCell(id);
      pane.keepInSight();
    });
  });

  const draw = (): void => {
    const index = app.session.figuresShown ? figuresOf(app.checker.result) : null;
    const document = app.selection.pane === "document";
    toggle.hidden = !document || !app.checker.result || !app.checker.result.report;
    toggle.setAttribute("aria-pressed", String(app.session.figuresShown));
    legend.hidden = !document || !index;
    if (!panel.open || !index || !document) panel.empty(!!index && document);
    if (!index) return clear(legend);
    const { ledger } = app.checker.result!;
    clear(
      legend,
      h("p", {}, index.all.length ? t("figuresCount", index.all.length) : t("noFigures")),
      ...FIGURE_CLASSES.filter((cls) => index.counts.has(cls)).map((cls) =>
        h(
          "button",
          {
            type: "button",
            class: "legend-entry",
            "data-class": cls,
            title: t("nextFigure"),
            onclick: () => nextOf(cls),
          },
          h("span", { class: `figure ${cls}` }, t(`figure_${cls}`)),
          ` ${index.counts.get(cls)}`,
        ),
      ),
      !!ledger!.cut && h("p", { class: "hint" }, t("figuresCut", index.all.length)),
    );
  };
  app.on("result", () => {
    clearTimeout(waiting);
    panel.empty(false);
    chosen = -1;
    draw();
  });
  app.on("pane", draw);
  app.on("figures", draw);
  draw();
  return { toggle, legend, panel: panel.element };
}
