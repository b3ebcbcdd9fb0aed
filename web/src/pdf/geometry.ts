// Positioned characters and ruling lines as text, in the format of core/input/pdf_geometry.h. Coordinates in points from
// the top left of the page. What counts as a line is decided as in core/pdf_helper.

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const THIN = 3; // a filled rectangle up to this width is a line
const SHORTEST = 2;
const STRAIGHT = 0.5;
const MAX_GLYPHS = 1_000_000;
const MAX_LINES = 200_000;

const isBlank = (c: number): boolean =>
  c <= 0x20 ||
  c === 0xa0 ||
  (c >= 0x2000 && c <= 0x200d) ||
  c === 0x3000 ||
  c === 0xfeff ||
  (c >= 0xd800 && c <= 0xdfff);

export class GeometryWriter {
  private readonly parts: string[] = ["NBPDF1\n"];
  private glyphs = 0;
  private lines = 0;

  page(width: number, height: number): void {
    this.parts.push(`P ${width.toFixed(2)} ${height.toFixed(2)}\n`);
  }

  character(box: Box, code: number): void {
    if (isBlank(code) || code > 0x10ffff || ++this.glyphs > MAX_GLYPHS) return;
    this.parts.push(`T ${this.numbers(box)} ${String.fromCodePoint(code)}\n`);
  }

  image(box: Box): void {
    this.parts.push(`I ${this.numbers(box)}\n`);
  }

  // A stroked segment between two points; only upright and level ones are ruling lines.
  segment(x0: number, y0: number, x1: number, y1: number): void {
    const box = { left: Math.min(x0, x1), top: Math.min(y0, y1), right: Math.max(x0, x1), bottom: Math.max(y0, y1) };
    const width = box.right - box.left;
    const height = box.bottom - box.top;
    if (Math.min(width, height) > STRAIGHT || Math.max(width, height) <= SHORTEST) return;
    if (++this.lines <= MAX_LINES) this.parts.push(`L ${this.numbers(box)}\n`);
  }

  // A filled rectangle: thin ones are lines, the edges of others stand for the borders of a cell.
  rectangle({ left, top, right, bottom }: Box): void {
    const width = right - left;
    const height = bottom - top;
    if (width > THIN && height > THIN) {
      this.segment(left, top, right, top);
      this.segment(left, bottom, right, bottom);
      this.segment(left, top, left, bottom);
      this.segment(right, top, right, bottom);
    } else if (width >= height) {
      this.segment(left, (top + bottom) / 2, right, (top + bottom) / 2);
    } else {
      this.segment((left + right) / 2, top, (left + right) / 2, bottom);
    }
  }

  get full(): boolean {
    return this.glyphs > MAX_GLYPHS || this.lines > MAX_LINES;
  }

  finish(): string {
    return this.full ? failure("limit glyphs") : this.parts.join("");
  }

  private numbers({ left, top, right, bottom }: Box): string {
    return [left, top, right, bottom].map((n) => (isFinite(n) ? n : 0).toFixed(2)).join(" ");
  }
}

export const failure = (what: string): string => `NBPDF1\nE ${what}\n`;
