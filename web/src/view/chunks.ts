// The document cut into pieces that are drawn when they come near the window. A report is a handful of them;
// half a million paragraphs are many, and only those in sight cost anything.
import { BLOCK_FIELDS, BlockKind, CELL_FIELDS, type Layout, type Range } from "../result";

// Some whole blocks, or a part of one that is too long to be drawn at once.
export interface Chunk {
  blocks: Range; // indices into the layout
  part: Range | null; // characters of a paragraph, rows of a table
  begin: number; // in the text
  end: number;
  height: number; // estimate until drawn, in pixels
}

export interface Piece {
  block: number;
  kind: BlockKind;
  level: number;
  range: Range; // of a paragraph: the part shown
  table: number;
  rows: Range; // of a table: the rows shown
}

const CHUNK_WEIGHT = 3000;
const CHUNKS = 800; // about as many at most: every one costs something even when it is empty
const PARAGRAPH_PART = 6000; // characters of one element
const TABLE_PART = 500; // cells of one element; no report's table is longer, so none of those is cut
const LINE = 32;
const LINE_CHARACTERS = 44;

interface Measure {
  weight: number;
  height: number;
  parts: number; // 1 for nearly everything
  units: number; // characters or rows that are cut into parts
}

function measureParagraph(length: number): Measure {
  const lines = Math.max(1, Math.ceil(length / LINE_CHARACTERS));
  const parts = Math.max(1, Math.ceil(length / PARAGRAPH_PART));
  return { weight: 60 + length, height: lines * LINE, parts, units: length };
}

function measureTable(layout: Layout, index: number): Measure {
  const table = layout.tables[index];
  const rows = table ? table.rows : 0;
  const cells = table ? table.cells.length / CELL_FIELDS : 0;
  const parts = Math.min(Math.max(1, rows), Math.max(1, Math.ceil(cells / TABLE_PART)));
  return { weight: Math.min(CHUNK_WEIGHT, 200 + cells * 8), height: rows * LINE, parts, units: rows };
}

export function chunksOf(layout: Layout): Chunk[] {
  const { blocks } = layout;
  const chunks: Chunk[] = [];
  let open: Chunk | null = null;
  let weight = 0;
  const full = Math.max(CHUNK_WEIGHT, blocks.length ? blocks[blocks.length - BLOCK_FIELDS + 2]! / CHUNKS : 0);
  for (let at = 0, block = 0; at < blocks.length; at += BLOCK_FIELDS, block++) {
    const begin = blocks[at + 1]!;
    const end = blocks[at + 2]!;
    const isTable = blocks[at] === BlockKind.table;
    const size = isTable ? measureTable(layout, blocks[at + 5]!) : measureParagraph(end - begin);
    if (size.parts > 1) {
      const step = Math.ceil(size.units / size.parts);
      for (let from = 0; from < size.units; from += step) {
        const part: Range = [from, Math.min(size.units, from + step)];
        const place: Range = isTable ? [begin, end] : [begin + part[0], begin + part[1]];
        const height = size.height / size.parts;
        chunks.push({ blocks: [block, block + 1], part, begin: place[0], end: place[1], height });
      }
      open = null;
      continue;
    }
    if (!open || weight + size.weight > full) {
      open = { blocks: [block, block], part: null, begin, end, height: 0 };
      chunks.push(open);
      weight = 0;
    }
    open.blocks = [open.blocks[0], block + 1];
    open.end = end;
    open.height += size.height;
    weight += size.weight;
  }
  return chunks;
}

export function piecesOf(layout: Layout, chunk: Chunk): Piece[] {
  const pieces: Piece[] = [];
  for (let block = chunk.blocks[0]; block < chunk.blocks[1]; block++) {
    const [kind = 0, begin = 0, end = 0, level = 0, , table = -1] = layout.blocks.subarray(
      block * BLOCK_FIELDS,
    );
    const { part } = chunk;
    const isTable = kind === BlockKind.table;
    const rows: Range = !isTable ? [0, 0] : part || [0, layout.tables[table]!.rows];
    const range: Range = part && !isTable ? [begin + part[0], begin + part[1]] : [begin, end];
    pieces.push({ block, kind, level, range, table, rows });
  }
  return pieces;
}

// Index of the chunk that holds a place of the text. Cost: logarithmic.
export function chunkAt(chunks: readonly Chunk[], at: number): number {
  let low = 0;
  let high = chunks.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (chunks[middle]!.end < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
