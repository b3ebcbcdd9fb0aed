// A place in words that Word has: the part, the paragraph, the words themselves; in a table the row and the
// column.
import type { App } from "../app";
import { inQuotes } from "../labels";
import { BLOCK_FIELDS, BlockKind, type Place, type Range, type Result } from "../result";
import type { Item } from "../selection";
import { t } from "../strings";

const QUOTED = 16; // characters

function quoted(text: string): string {
  const plain = text.replace(/\s+/g, " ").trim();
  return plain.length > QUOTED ? `${plain.slice(0, QUOTED)}…` : plain;
}

// Heading of the part that a place lies in, and where that begins.
function partAt(result: Result, at: number): { name: string; begin: number } | null {
  const { report, text } = result;
  let found: { name: string; begin: number } | null = null;
  for (const { present, range } of report ? report.sections : [])
    if (present && range[1] > range[0] && range[0] <= at && (!found || range[0] >= found.begin))
      found = { name: text.slice(range[0], range[1]).replace(/\s+/g, " ").trim(), begin: range[0] };
  return found;
}

// Which paragraph it is, of those after `begin` that are not empty and no table; 0: none.
function paragraphAt({ layout, text }: Result, begin: number, at: number): number {
  let count = 0;
  for (let i = 0; i < layout.blocks.length; i += BLOCK_FIELDS) {
    const [kind = 0, from = 0, to = 0] = layout.blocks.subarray(i, i + 3);
    if (from > at) break;
    if (from <= begin && begin > 0) continue; // the heading itself
    if (kind === BlockKind.table) {
      if (to > at) return 0;
      continue;
    }
    if (text.slice(from, to).trim()) count++;
  }
  return count;
}

function placeWords(result: Result, range: Range): string {
  const { report, text } = result;
  const words = quoted(text.slice(range[0], range[1]));
  const title = report && report.titleRange;
  const part = partAt(result, range[0]);
  const heading = !!part && range[0] < part.begin + part.name.length;
  const inTitle = !!title && title[1] > title[0] && range[0] >= title[0] && range[0] <= title[1];
  const count = paragraphAt(result, part ? part.begin : 0, range[0]);
  const where = [
    inTitle ? t("placeTitle") : part ? part.name : t("placeFront"),
    inTitle || heading || !count ? "" : t("placeParagraph", count),
    words && !(heading && part!.name.indexOf(words) === 0) ? t("placeQuoted", inQuotes(words)) : "",
  ];
  return where.filter((word) => word).join(t("placeGap"));
}

// By which a person finds it in the file: the sheet and its cell, or the page.
function inFile(name: string, { page, sheet, address }: Place): string {
  if (sheet !== undefined) return t("placeInSheet", name, sheet, address!);
  return page ? t("placeOnPage", name, page) : name;
}

export function placeName(app: App, item: Item, index: number): string {
  const { finding } = item;
  const { result, labels } = app.checker;
  const place = finding.places[index]!;
  const cell = finding.cells.length === finding.places.length ? finding.cells[index] : undefined;
  if (cell && labels) return inFile(labels.cellName(cell), place);
  const report = result!.report;
  const known = report
    ? Object.keys(report.cells).find((id) => {
        const [begin, end] = report.cells[id]!.range;
        return end > begin && begin <= place.range[0] && end >= place.range[1];
      })
    : undefined;
  if (known && labels) return inFile(labels.cellName(known), place);
  return inFile(placeWords(result!, place.range), place);
}
