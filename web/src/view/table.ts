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

// Rows above the first cell of the form, when no head reaches below them; 0 where there are none.
function headRows({ cellAt }: TableContext, piece: Piece, cells: Int32Array): number {
  let first = Infinity;
  let reach = 0;
  for (let at = 0; at < cells.length; at += CELL_FIELDS)
    if (cellAt.has(placeKey(piece.table, cells[at + 2]!, cells[at + 3]!)))
      first = Math.min(first, cells[at + 2]!);
  if (first === Infinity || piece.rows[0] > 0) return 0;
  for (let at = 0; at < cells.length; at += CELL_FIELDS)
    if (cells[at + 2]! < first) reach = Math.max(reach, cells[at + 2]! + cells[at + 4]!);
  return reach > first ? 0 : first;
}

export function tableElement(context: TableContext, piece: Piece): HTMLElement {
  const { app, text, cellAt } = context;
  const source = app.checker.result!.layout.tables[piece.table]!;
  const heads = headRows(context, piece, source.cells);
  const formed = heads > 0; // a table of the form: its labels are heads
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
    const inHead = row! < heads;
    const isHead = formed && !id && !!value.trim();
    const across = inHead ? (columnSpan! > 1 ? "colgroup" : "col") : rowSpan! > 1 ? "rowgroup" : "row";
    const element = h(isHead ? "th" : "td", {
      rowspan: rowSpan! > 1 && Math.min(rowSpan!, piece.rows[1] - row!),
      colspan: columnSpan! > 1 && columnSpan,
      scope: isHead && across,
      tabindex: id && "-1",
      class: id ? "cell" : value.length <= 12 ? "head" : "label",
      "data-cell": id,
      "data-table": piece.table,
      "data-index": index,
      title: id && t("editHint"),
    });
    if (context.changed.some((r) => r[0] >= begin! && r[1] <= end!)) element.classList.add("changed");
    contents(context, element, [begin!, end!]);
    tr.appendChild(element);
  }
  return h(
    "table",
    { "data-table": piece.table },
    heads > 0 && h("thead", {}, ...rows.slice(0, heads)),
    h("tbody", {}, ...rows.slice(heads)),
  );
}
