// One report checked in a worker; the layout of the document is packed for the way to the page.
import type { Core } from "./core";
import type { Checking, RawResult } from "./protocol";
import { BLOCK_FIELDS, BlockKind, CELL_FIELDS, type Layout, type Result } from "./result";

const KINDS: Record<string, BlockKind> = {
  paragraph: BlockKind.paragraph,
  heading: BlockKind.heading,
  table: BlockKind.table,
};

function pack(document: RawResult["document"]): Layout {
  const blocks = document ? document.blocks : [];
  const packed = new Int32Array(blocks.length * BLOCK_FIELDS);
  blocks.forEach((b, i) => {
    const table = b.table === undefined ? -1 : b.table;
    packed.set(
      [KINDS[b.kind] ?? 0, b.range[0], b.range[1], b.level || 0, b.page || 0, table],
      i * BLOCK_FIELDS,
    );
  });
  const tables = (document ? document.tables : []).map((t) => {
    const cells = new Int32Array(t.cells.length * CELL_FIELDS);
    t.cells.forEach((cell, i) => cells.set(cell, i * CELL_FIELDS));
    return { rows: t.rows, columns: t.columns, cells };
  });
  return { blocks: packed, tables, glyphs: (document && document.glyphs) || [] };
}

// Null: the module does not read such a file (wasm/checker_parts.cpp).
export function check({ bytes, options, previous }: Checking, core: Core): Result | null {
  const json = core.check(bytes, JSON.stringify({ ...options, withText: true }), previous || "");
  const { document, error, ...rest } = JSON.parse(json) as RawResult & { error?: string };
  if (error === "beyond") return null;
  if (error) throw new Error(error);
  return { ...rest, text: rest.text || "", layout: pack(document) };
}

export const layoutOf = ({ layout }: Result): ArrayBufferLike[] => [
  layout.blocks.buffer,
  ...layout.tables.map((t) => t.cells.buffer),
];
