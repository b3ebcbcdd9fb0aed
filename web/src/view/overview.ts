// A small map of all cells of the form, and the balance of the table that has one. Pictures for the eye; the same is in
// the findings and in the document, so a click is a short cut and not the only way.
import type { App } from "../app";
import type { FormTable, Report } from "../result";
import { labelOf, type Labels } from "../labels";
import { t } from "../strings";
import { clear, h, inNextFrame } from "./dom";

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

function looks(app: App, report: Report): Map<string, CellLook> {
  const map = new Map<string, CellLook>();
  for (const id of Object.keys(report.cells)) {
    const { state } = report.cells[id]!;
    map.set(id, state === "number" ? "right" : state);
  }
  // From the mildest to the gravest, so that the gravest stays.
  for (let i = app.selection.items.length - 1; i >= 0; i--) {
    const { finding, dismissal } = app.selection.items[i]!;
    if (!dismissal) for (const id of finding.cells) map.set(id, finding.severity);
  }
  return map;
}

function tableMap(table: FormTable, look: Map<string, CellLook>, labels: Labels): HTMLElement {
  const columns = Math.max(...table.rows.map((row) => row.columns.length));
  const grid = h("div", { class: "map-grid" });
  grid.style.gridTemplateRows = `repeat(${columns}, 1fr)`;
  let faulty = 0;
  table.rows.forEach((row, r) =>
    row.columns.forEach((column, c) => {
      const id = `${table.key}.${row.key}.${column.key}`;
      const state = look.get(id) || "absent";
      if (state !== "right") faulty++;
      const cell = h(
        "span",
        { class: `map-cell is-${state}`, "data-cell": id, title: `${labels.cellName(id)}　${t(`cell_${state}`)}` },
        SIGNS[state],
      );
      cell.style.gridArea = `${c + 1} / ${r + 1}`;
      grid.appendChild(cell);
    }),
  );
  const count = table.rows.reduce((n, row) => n + row.columns.length, 0);
  const text = t("mapSummary", labels.tableName(table), count, faulty);
  return h(
    "figure",
    { class: "map" },
    h("div", { role: "img", "aria-label": text }, grid),
    h("figcaption", {}, labels.tableName(table)),
  );
}

interface Flow {
  label: string;
  value: number | null;
}

function flow(report: Report, table: FormTable, rows: string[]): Flow[] {
  return rows.map((key) => {
    const row = table.rows.find((r) => r.key === key)!;
    const column = row.columns[row.columns.length - 1]!;
    const cell = report.cells[`${table.key}.${key}.${column.key}`];
    const nil = cell && (cell.state === "blank" || cell.state === "dash");
    return { label: labelOf(row), value: cell ? (nil ? 0 : cell.value) : null };
  });
}

function flowBar(parts: Flow[], scale: number, name: string): HTMLElement {
  const bar = h("div", { class: `flow ${name}` });
  parts.forEach((part, i) => {
    const piece = h("span", { class: `flow-part part-${i}`, title: part.label }, String(part.value));
    piece.style.width = `${(100 * (part.value || 0)) / scale}%`;
    if (!part.value) piece.hidden = true;
    bar.appendChild(piece);
  });
  return bar;
}

function legend(parts: Flow[], name: string): HTMLElement {
  return h(
    "ul",
    { class: `flow-legend ${name}` },
    ...parts.map((part, i) => h("li", {}, h("span", { class: `swatch part-${i}` }), `${part.label} ${part.value}`)),
  );
}

function balance(report: Report, table: FormTable): HTMLElement | null {
  if (!table.balance) return null;
  const incoming = flow(report, table, table.balance.incoming);
  const outgoing = flow(report, table, table.balance.outgoing);
  const all = incoming.concat(outgoing);
  if (all.some((part) => part.value === null || part.value < 0)) return h("p", { class: "hint" }, t("balanceUnknown"));
  const total = (parts: Flow[]): number => parts.reduce((sum, part) => sum + (part.value || 0), 0);
  const left = total(incoming);
  const right = total(outgoing);
  const sum = (parts: Flow[]): string => parts.map((part) => part.value).join(" + ");
  const sign = left === right ? "=" : "≠";
  const words = `${sum(incoming)} ${sign} ${sum(outgoing)}`;
  const verdict = left === right ? t("balanceHolds") : t("balanceOff", Math.abs(left - right));
  const scale = Math.max(left, right, 1);
  return h(
    "figure",
    { class: `balance ${left === right ? "level" : "tilted"}` },
    h("figcaption", {}, h("strong", {}, words), ` ${verdict}`),
    h(
      "div",
      { role: "img", "aria-label": `${words}，${verdict}` },
      flowBar(incoming, scale, "incoming"),
      flowBar(outgoing, scale, "outgoing"),
    ),
    legend(incoming, "incoming"),
    legend(outgoing, "outgoing"),
  );
}

export function overview(app: App, openCell: (id: string) => void): HTMLElement {
  const box = h("section", { class: "overview panel", "aria-label": t("overviewLabel") });
  box.addEventListener("click", (event) => {
    const id = event.target instanceof HTMLElement && event.target.dataset.cell;
    if (id) openCell(id);
  });
  const draw = (): void => {
    const report = app.checker.result && app.checker.result.report;
    const { labels } = app.checker;
    box.hidden = !report;
    clear(box);
    if (!report || !labels || !labels.form) return;
    const look = looks(app, report);
    const maps = h("div", { class: "maps" }, ...labels.form.tables.map((table) => tableMap(table, look, labels)));
    clear(box, maps, ...labels.form.tables.map((table) => balance(report, table)));
  };
  const soon = inNextFrame(draw); // after the verdict
  app.on("result", soon);
  app.on("dismissals", soon);
  draw();
  return box;
}
