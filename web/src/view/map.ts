// A small map of all cells of the form, as the form has them: rows across, columns down. One stop of the Tab
// key; arrow keys go from cell to cell, and the name of the cell under pointer or focus stands below.
import type { App } from "../app";
import type { Labels } from "../labels";
import type { FormTable, Report } from "../result";
import type { Item } from "../selection";
import { t } from "../strings";
import { h } from "./dom";

type CellLook = "right" | "error" | "warning" | "notice" | "blank" | "dash" | "text" | "unread" | "absent";
const SIGNS: Record<CellLook, string> = {
  right: "",
  error: "×",
  warning: "!",
  notice: "i",
  blank: "",
  dash: "–",
  text: "?",
  unread: "?",
  absent: "",
};

interface Spot {
  look: CellLook;
  item: Item | null; // the gravest finding about the cell
}

export function spotsOf(app: App, report: Report): Map<string, Spot> {
  const map = new Map<string, Spot>();
  for (const id of Object.keys(report.cells)) {
    const { state } = report.cells[id]!;
    map.set(id, { look: state === "number" ? "right" : state, item: null });
  }
  const { items } = app.selection;
  // From the mildest to the gravest, so that the gravest stays.
  for (let i = items.length - 1; i >= 0; i--) {
    const item = items[i]!;
    if (!item.dismissal)
      for (const id of item.finding.cells) map.set(id, { look: item.finding.severity, item });
  }
  return map;
}

const lookOf = (spots: Map<string, Spot>, id: string): CellLook =>
  (spots.get(id) || { look: "absent" as const }).look;

function cellWords(spots: Map<string, Spot>, labels: Labels, id: string): string {
  return t("mapCell", labels.cellName(id), t(`cell_${lookOf(spots, id)}`));
}

function tableMap(table: FormTable, spots: Map<string, Spot>, labels: Labels): HTMLElement {
  let faulty = 0;
  let count = 0;
  const rows = table.rows.map((row) =>
    h(
      "div",
      { class: "map-row" },
      ...row.columns.map((column) => {
        const id = `${table.key}.${row.key}.${column.key}`;
        const look = lookOf(spots, id);
        count++;
        if (look !== "right") faulty++;
        return h(
          "button",
          {
            type: "button",
            class: `map-cell is-${look}`,
            "data-map": id,
            tabindex: "-1",
            "aria-label": cellWords(spots, labels, id),
          },
          SIGNS[look],
        );
      }),
    ),
  );
  const name = labels.tableName(table);
  return h(
    "figure",
    { class: "map" },
    h("figcaption", {}, t("mapSummary", name, count, faulty)),
    h("div", { class: "map-grid", role: "group", "aria-label": name }, ...rows),
  );
}

function step(from: HTMLElement, key: string): HTMLElement | null {
  const row = from.parentElement!;
  const at = Array.from(row.children).indexOf(from);
  const across = { ArrowLeft: -1, ArrowRight: 1 }[key];
  if (across) return row.children[at + across] as HTMLElement | null;
  const next = key === "ArrowUp" ? row.previousElementSibling : row.nextElementSibling;
  return next ? (next.children[Math.min(at, next.children.length - 1)] as HTMLElement) : null;
}

// `choose`: the finding about the cell, or the cell itself where there is none.
export function mapsOf(app: App, choose: (id: string, item: Item | null) => void): HTMLElement | null {
  const { result, labels } = app.checker;
  const report = result && result.report;
  if (!report || !labels || !labels.form) return null;
  const spots = spotsOf(app, report);
  const told = h("p", { class: "map-told hint", "aria-hidden": "true" }, t("mapHint"));
  const maps = h(
    "div",
    { class: "maps" },
    ...labels.form.tables.map((table) => tableMap(table, spots, labels)),
  );
  const cellOf = (event: Event): HTMLElement | null =>
    (event.target as Element).closest<HTMLElement>("[data-map]");
  const tell = (event: Event): void => {
    const cell = cellOf(event);
    told.textContent = cell ? cellWords(spots, labels, cell.dataset.map!) : t("mapHint");
  };
  maps.addEventListener("mouseover", tell);
  maps.addEventListener("mouseleave", tell);
  maps.addEventListener("focusin", (event) => {
    tell(event);
    maps.querySelectorAll('[tabindex="0"]').forEach((cell) => cell.setAttribute("tabindex", "-1"));
    const cell = cellOf(event);
    if (cell) cell.setAttribute("tabindex", "0");
  });
  maps.addEventListener("keydown", (event) => {
    const cell = cellOf(event);
    if (!cell || event.key.indexOf("Arrow") !== 0) return;
    event.preventDefault();
    const next = step(cell, event.key);
    if (next) next.focus();
  });
  maps.addEventListener("click", (event) => {
    const cell = cellOf(event);
    if (!cell) return;
    const id = cell.dataset.map!;
    const spot = spots.get(id);
    choose(id, spot ? spot.item : null);
  });
  maps.querySelectorAll(".map-grid").forEach((grid) => {
    const first = grid.querySelector(".is-error, .is-warning") || grid.querySelector("[data-map]");
    if (first) first.setAttribute("tabindex", "0");
  });
  return h("div", {}, maps, told);
}
