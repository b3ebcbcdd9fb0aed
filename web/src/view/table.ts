// One table of the document, with its spans, as a grid of cells that can be gone through and changed.
import type { App } from "../app";
import { CELL_FIELDS, type Range } from "../result";
import { t } from "../strings";
import type { Item } from "../selection";
import type { Piece } from "./chunks";
import { h } from "./dom";
import { badge, gravest, keysOf, markedText, type Spot, within } from "./marks";

export interface TableContext {
  app: App;
  text: string;
  spots: Spot[];
  cellAt: Map<string, string>; // "table:row:column" of the layout -> id of the form
  changed: Range[]; // where the document differs from the original
  choose(item: Item): void;
}

export const placeKey = (table: number, row: number, column: number): string => `${table}:${row}:${column}`;

function contents(context: TableContext, td: HTMLElement, range: Range): void {
  const { app, text, choose } = context;
  const spots = within(context.spots, range);
  const whole = spots.filter((s) => s.begin <= range[0] && s.end >= range[1]);
  const parts = spots.filter((s) => whole.indexOf(s) < 0);
  td.appendChild(markedText(app, text, range, parts, [], choose));
  if (!whole.length) return;
  td.classList.add("marked", gravest(whole));
  td.dataset.keys = keysOf(whole);
  if (whole.some((s) => s.item.key === app.selection.selected)) td.classList.add("chosen");
  whole.filter((s) => s.first).forEach((s) => td.appendChild(badge(s, choose)));
}

export function tableElement(context: TableContext, piece: Piece): HTMLElement {
  const { app, text, cellAt } = context;
  const source = app.checker.result!.layout.tables[piece.table]!;
  const rows: HTMLElement[] = [];
  for (let r = piece.rows[0]; r < piece.rows[1]; r++) rows.push(h("tr", {}));
  for (let at = 0, index = 0; at < source.cells.length; at += CELL_FIELDS, index++) {
    const [begin, end, row, column, rowSpan, columnSpan] = source.cells.subarray(
      at,
      at + CELL_FIELDS,
    ) as unknown as number[];
    const tr = rows[row! - piece.rows[0]];
    if (!tr) continue;
    const id = cellAt.get(placeKey(piece.table, row!, column!));
    const value = text.slice(begin!, end!);
    const td = h("td", {
      rowspan: rowSpan! > 1 && Math.min(rowSpan!, piece.rows[1] - row!),
      colspan: columnSpan! > 1 && columnSpan,
      tabindex: id && "-1",
      class: id ? "cell" : value.length <= 12 ? "head" : "label",
      "data-cell": id,
      "data-table": piece.table,
      "data-index": index,
      title: id && t("editHint"),
    });
    if (context.changed.some((r) => r[0] >= begin! && r[1] <= end!)) td.classList.add("changed");
    contents(context, td, [begin!, end!]);
    tr.appendChild(td);
  }
  return h("table", { "data-table": piece.table }, h("tbody", {}, ...rows));
}
