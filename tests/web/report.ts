// Reports for the tests: the page's own example with its faults, the same without them, and as text or Word
// file.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { root } from "./browser";

// One wrong cell, one wrong figure in the text, one blank cell, a wrong word, no statement on fees.
export const faultyHtml = readFileSync(join(root, "web/src/example/example.html"), "utf8");

export const soundHtml = faultyHtml
  .replace(
    "<td>6</td><td>3</td><td>0</td><td>0</td><td>1</td><td>0</td><td>13</td>",
    "<td>9</td><td>3</td><td>0</td><td>0</td><td>1</td><td>0</td><td>13</td>",
  )
  .replace("新收政府信息公开申请28件", "新收政府信息公开申请26件")
  .replace("<td>0</td><td></td><td>0</td>", "<td>0</td><td>0</td><td>0</td>")
  .replace("截止2024", "截至2024")
  .replace(
    "<p>无其他需要报告的事项。</p>",
    "<p>2024年，我局未收取政府信息公开信息处理费。无其他需要报告的事项。</p>",
  );

const unescape = (text: string): string => text.replace(/<[^>]*>/g, "");

interface Cell {
  text: string;
  rows: number;
  columns: number;
}

type Block = { paragraph: string } | { table: Cell[][] };

// The example is plain enough for this: one block a line, one row a line or all of a table's cells in order.
function blocksOf(html: string): Block[] {
  const blocks: Block[] = [];
  for (const [whole, , inside = ""] of html.matchAll(/<(h1|h2|p|table)>([\s\S]*?)<\/\1>/g)) {
    if (!whole.startsWith("<table")) blocks.push({ paragraph: unescape(inside) });
    else
      blocks.push({
        table: [...inside.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row = ""]) =>
          [...row.matchAll(/<td([^>]*)>([\s\S]*?)<\/td>/g)].map(([, attributes = "", text = ""]) => ({
            text,
            rows: Number(/rowspan="(\d+)"/.exec(attributes)?.[1] || 1),
            columns: Number(/colspan="(\d+)"/.exec(attributes)?.[1] || 1),
          })),
        ),
      });
  }
  return blocks;
}

// Text as a copy from Word gives it: a paragraph a line, cells separated by tabs.
export function textOf(html: string): string {
  const lines = blocksOf(html).map((block) =>
    "paragraph" in block
      ? block.paragraph
      : gridOf(block.table)
          .map((row) => row.map((c) => c?.text ?? "").join("\t"))
          .join("\n"),
  );
  return lines.join("\n") + "\n";
}

// Cells at their places; null where a span reaches.
function gridOf(rows: Cell[][]): (Cell | null)[][] {
  const grid: (Cell | null | undefined)[][] = rows.map(() => []);
  rows.forEach((row, r) => {
    let column = 0;
    for (const cell of row) {
      while (grid[r]![column] !== undefined) column++;
      for (let y = 0; y < cell.rows; y++)
        for (let x = 0; x < cell.columns; x++) (grid[r + y] ??= [])[column + x] = x || y ? null : cell;
      column += cell.columns;
    }
  });
  return grid as (Cell | null)[][];
}

const xml = (text: string): string => text.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);
const paragraph = (text: string): string =>
  `<w:p><w:r><w:t xml:space="preserve">${xml(text)}</w:t></w:r></w:p>`;

function wordTable(rows: Cell[][]): string {
  const grid = gridOf(rows);
  const open: { cell: Cell; left: number }[] = []; // by column: a cell that reaches into the next rows
  const lines = grid.map((row) => {
    let line = "";
    for (let c = 0; c < row.length;) {
      const cell = row[c];
      const above = open[c];
      const shown = cell || above?.cell;
      if (!shown) {
        c++;
        continue;
      }
      const merge = cell ? (cell.rows > 1 ? '<w:vMerge w:val="restart"/>' : "") : "<w:vMerge/>";
      const span = shown.columns > 1 ? `<w:gridSpan w:val="${shown.columns}"/>` : "";
      line += `<w:tc><w:tcPr>${span}${merge}</w:tcPr>${paragraph(cell ? cell.text : "")}</w:tc>`;
      if (cell && cell.rows > 1) open[c] = { cell, left: cell.rows - 1 };
      else if (above && --above.left === 0) delete open[c];
      c += shown.columns;
    }
    return `<w:tr>${line}</w:tr>`;
  });
  return `<w:tbl>${lines.join("")}</w:tbl>`;
}

export function zip(files: Record<string, string | Buffer>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [path, text] of Object.entries(files)) {
    const name = Buffer.from(path);
    const data = Buffer.from(text);
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt16LE(0x800, 2); // names are UTF-8
    header.writeUInt32LE(crc32(data), 10);
    header.writeUInt32LE(data.length, 14);
    header.writeUInt32LE(data.length, 18);
    header.writeUInt16LE(name.length, 22);
    parts.push(Buffer.from("PK\x03\x04"), header, name, data);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.from("PK\x01\x02"), Buffer.from([20, 0]), header, rest, name);
    at += 4 + header.length + name.length + data.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, listing, end]);
}

// `more`: further parts of the package.
export function docxOf(html: string, more: Record<string, string> = {}): Buffer {
  const body = blocksOf(html).map((b) => ("paragraph" in b ? paragraph(b.paragraph) : wordTable(b.table)));
  const main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  return zip({
    "[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    "_rels/.rels": `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body.join("")}</w:body></w:document>`,
    ...more,
  });
}
