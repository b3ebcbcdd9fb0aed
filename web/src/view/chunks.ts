// The document cut into pieces that are drawn when they come near the window. A report is a handful of them; half a
// million paragraphs are many, and only those in sight cost anything.
import { BLOCK_FIELDS, BlockKind, CELL_FIELDS, type Layout, type Range } from "../result";

export interface Piece {
  block: number; // index in the layout
  kind: BlockKind;
  level: number;
  range: Range; // of a paragraph: the part shown
  table: number;
  rows: Range; // of a table: the rows shown
  page: number;
}

export interface Chunk {
  pieces: Piece[];
  begin: number;
  end: number;
  height: number; // estimate until drawn, in pixels
}

const CHUNK_WEIGHT = 6000;
const PARAGRAPH_PART = 8000; // characters of one element
const TABLE_PART = 600; // cells of one element
const LINE = 32;
const LINE_CHARACTERS = 44;

function tablePieces(base: Piece, layout: Layout): Piece[] {
  const table = layout.tables[base.table];
  if (!table) return [];
  const perRow = Math.max(1, table.cells.length / CELL_FIELDS / Math.max(1, table.rows));
  const step = Math.max(1, Math.floor(TABLE_PART / perRow));
  const pieces: Piece[] = [];
  for (let row = 0; row < table.rows; row += step)
    pieces.push({ ...base, rows: [row, Math.min(table.rows, row + step)] });
  // A report's table is never cut: spans would be.
  return table.cells.length / CELL_FIELDS <= 2 * TABLE_PART ? [{ ...base, rows: [0, table.rows] }] : pieces;
}

function paragraphPieces(base: Piece): Piece[] {
  const pieces: Piece[] = [];
  for (let at = base.range[0]; at < base.range[1]; at += PARAGRAPH_PART)
    pieces.push({ ...base, range: [at, Math.min(base.range[1], at + PARAGRAPH_PART)] });
  return pieces.length ? pieces : [base];
}

const heightOf = (piece: Piece): number =>
  piece.kind === BlockKind.table
    ? (piece.rows[1] - piece.rows[0]) * LINE
    : Math.max(1, Math.ceil((piece.range[1] - piece.range[0]) / LINE_CHARACTERS)) * LINE;
const weightOf = (piece: Piece): number =>
  piece.kind === BlockKind.table ? CHUNK_WEIGHT / 2 : 60 + (piece.range[1] - piece.range[0]);

export function chunksOf(layout: Layout): Chunk[] {
  const chunks: Chunk[] = [];
  let weight = CHUNK_WEIGHT;
  const { blocks } = layout;
  for (let at = 0, block = 0; at < blocks.length; at += BLOCK_FIELDS, block++) {
    const range: Range = [blocks[at + 1]!, blocks[at + 2]!];
    const base: Piece = {
      block,
      kind: blocks[at]!,
      level: blocks[at + 3]!,
      range,
      table: blocks[at + 5]!,
      rows: [0, 0],
      page: blocks[at + 4]!,
    };
    const pieces = base.kind === BlockKind.table ? tablePieces(base, layout) : paragraphPieces(base);
    for (const piece of pieces) {
      if (weight >= CHUNK_WEIGHT) {
        chunks.push({ pieces: [], begin: range[0], end: range[1], height: 0 });
        weight = 0;
      }
      const chunk = chunks[chunks.length - 1]!;
      chunk.pieces.push(piece);
      chunk.end = piece.kind === BlockKind.table ? range[1] : piece.range[1];
      chunk.height += heightOf(piece);
      weight += weightOf(piece);
    }
  }
  return chunks;
}
