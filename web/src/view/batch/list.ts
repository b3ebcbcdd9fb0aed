// The list of many reports: what came of each, sorted and filtered, one to be opened.
import type { App } from "../../app";
import { listed } from "../../batch/listing";
import type { Row } from "../../batch/row";
import { t } from "../../strings";
import { clear, h } from "../dom";
import { batchExports } from "./exports";
import { batchFilters } from "./filters";
import { batchHandIn } from "./hand_in";
import { batchProgress } from "./progress";
import { batchRelations } from "./relations";
import { columnHeads, fillRow } from "./row";
import { ReportRows } from "./rows";
import { batchTrend } from "./trend";

// The row that an event happened in.
function rowAt(rows: readonly Row[], event: Event): number {
  const element = (event.target as Element).closest<HTMLElement>("[data-row]");
  return element ? rows.findIndex((row) => String(row.index) === element.dataset.row) : -1;
}

function reportTable(app: App): HTMLElement {
  const { desk } = app;
  const head = h("tr", { role: "row", "aria-rowindex": "1" });
  const table = h(
    "table",
    { class: "batch-table", role: "table", "aria-label": t("batchTable") },
    h("thead", { role: "rowgroup" }, head),
  );
  const none = h("p", { class: "empty" }, t("batchNoMatch"));
  const frame = { class: "batch-scroll", tabindex: "0", role: "region", "aria-label": t("batchTable") };
  const scroller = h("div", frame, table, none);
  const view = new ReportRows(table, scroller, (element, row) => fillRow(app, element, row));
  let rows: readonly Row[] = [];
  const draw = (changed: readonly Row[]): void => {
    if (!desk.batch || desk.view !== "list") return;
    rows = listed(desk.batch.rows, desk.listing, app.service.catalogue);
    none.hidden = rows.length > 0;
    table.setAttribute("aria-rowcount", String(rows.length + 1));
    view.show(rows, changed);
  };
  const drawHead = (): void => {
    const focused = document.activeElement && (document.activeElement as HTMLElement).dataset.sort;
    clear(head, ...columnHeads(app));
    const button = focused && head.querySelector<HTMLElement>(`[data-sort="${focused}"]`);
    if (button) button.focus();
  };
  // The fields in which a person writes of a report do not open it.
  const own = (event: Event): boolean => !!(event.target as Element).closest(".row-work");
  table.addEventListener("click", (event) => {
    const row = rows[rowAt(rows, event)];
    if (row && !own(event)) void desk.openRow(row);
  });
  table.addEventListener("keydown", (event) => {
    if (own(event)) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const at = rowAt(rows, event);
    if (!step || at < 0) return;
    event.preventDefault();
    const next = rows[at + step];
    if (next) view.reveal(next);
  });
  let shown = false;
  app.on("rows", () => draw(desk.changed));
  app.on("listing", () => {
    drawHead();
    scroller.scrollTop = 0;
    draw([]);
  });
  // Drawn when it can be seen, which is when the page has changed over to it.
  app.on("desk", () => {
    const appears = desk.view === "list" && !shown;
    shown = desk.view === "list";
    requestAnimationFrame(() => {
      drawHead();
      draw(rows);
      if (appears && desk.last) view.reveal(desk.last);
    });
  });
  drawHead();
  draw([]);
  return scroller;
}

export function batchList(app: App): HTMLElement {
  const close = (): void => app.desk.closeList();
  const { buttons, picture } = batchExports(app);
  return h(
    "section",
    { class: "batch", "aria-label": t("batchLabel") },
    h(
      "div",
      { class: "batch-head" },
      h("h2", {}, t("batchLabel")),
      buttons,
      h("button", { type: "button", class: "button", id: "batch-close", onclick: close }, t("startOver")),
    ),
    batchProgress(app),
    picture,
    batchHandIn(app),
    batchRelations(app),
    batchTrend(app),
    batchFilters(app),
    reportTable(app),
  );
}
