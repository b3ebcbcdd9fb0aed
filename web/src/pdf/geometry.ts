// Positioned characters and painted lines as text, in the format of core/input/pdf_geometry.h. Coordinates in
// points from the top left of the page. What is written is what core/pdf_helper writes.

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export type Point = readonly [number, number];

const STRAIGHT = 0.5; // points by which a level line may rise
const SHORTEST = 0.2; // points of a stroke
const WIDEST_STROKE = 6; // points: wider ones are filled areas
const MAX_GLYPHS = 1_000_000;
const MAX_LINES = 200_000;
const SLANTING = 4;
export const UNKNOWN = 0xfffd;

const isBlank = (c: number): boolean =>
  c <= 0x20 || c === 0xa0 || (c >= 0x2000 && c <= 0x200d) || c === 0x3000 || c === 0xfeff;

const code = (character: string): number => character.charCodeAt(0);
const [SPACE, MINUS, DOT, ZERO, END] = [" ", "-", ".", "0", "\n"].map(code) as [
  number,
  number,
  number,
  number,
  number,
];

// By how many quarters a direction, y downwards, is turned clockwise from rightwards.
export function turnsOf(x: number, y: number): number {
  const turns = Math.atan2(y, x) / (Math.PI / 2);
  const nearest = Math.round(turns);
  return Math.abs(turns - nearest) > 0.2 ? SLANTING : (nearest + 4) % 4;
}

export class GeometryWriter {
  private bytes = new Uint8Array(1 << 16);
  private length = 0;
  private glyphs = 0;
  private lines = 0;
  private turns = 0;

  constructor() {
    this.text("NBPDF1\n");
  }

  page(width: number, height: number): void {
    this.turns = 0;
    this.room();
    this.byte(code("P"));
    this.number(width);
    this.number(height);
    this.byte(END);
  }

  character(box: Box, turns: number, character: number): void {
    if (isBlank(character) || ++this.glyphs > MAX_GLYPHS) return;
    if (turns !== this.turns) this.text(`Q ${(this.turns = turns)}\n`);
    this.record(code("T"), box);
    this.byte(SPACE);
    this.utf8(character > 0x10ffff || (character >= 0xd800 && character <= 0xdfff) ? UNKNOWN : character);
    this.byte(END);
  }

  image(box: Box): void {
    this.record(code("I"), box);
    this.byte(END);
  }

  // A stroked segment between two points; only upright and level ones are written.
  segment([x0, y0]: Point, [x1, y1]: Point, strokeWidth: number, colour: string): void {
    const box = {
      left: Math.min(x0, x1),
      top: Math.min(y0, y1),
      right: Math.max(x0, x1),
      bottom: Math.max(y0, y1),
    };
    const width = box.right - box.left;
    const height = box.bottom - box.top;
    if (Math.min(width, height) > STRAIGHT || Math.max(width, height) < SHORTEST) return;
    if (strokeWidth <= WIDEST_STROKE) return this.painted("L", box, colour);
    const half = strokeWidth / 2;
    if (width >= height)
      this.painted("R", { ...box, top: box.top - half, bottom: box.bottom + half }, colour);
    else this.painted("R", { ...box, left: box.left - half, right: box.right + half }, colour);
  }

  // A filled shape of these points, where it is a rectangle.
  filled(points: readonly Point[], colour: string): void {
    if (points.length < 4 || points.length > 6) return;
    const xs = points.map((p) => p[0]);
    const ys = points.map((p) => p[1]);
    const box = {
      left: Math.min(...xs),
      top: Math.min(...ys),
      right: Math.max(...xs),
      bottom: Math.max(...ys),
    };
    const near = (a: number, b: number, c: number): boolean =>
      Math.min(Math.abs(a - b), Math.abs(a - c)) <= STRAIGHT;
    if (points.every(([x, y]) => near(x, box.left, box.right) && near(y, box.top, box.bottom)))
      this.painted("R", box, colour);
  }

  get full(): boolean {
    return this.glyphs > MAX_GLYPHS || this.lines > MAX_LINES;
  }

  finish(): Uint8Array {
    return this.full ? failure("limit glyphs") : this.bytes.subarray(0, this.length);
  }

  private painted(kind: "L" | "R", box: Box, colour: string): void {
    if (++this.lines > MAX_LINES) return;
    this.record(code(kind), box);
    if (colour !== "000000") this.text(` ${colour}`);
    this.byte(END);
  }

  private record(kind: number, box: Box): void {
    this.room();
    this.byte(kind);
    this.number(box.left);
    this.number(box.top);
    this.number(box.right);
    this.number(box.bottom);
  }

  // For the longest record.
  private room(): void {
    if (this.length + 256 <= this.bytes.length) return;
    const more = new Uint8Array(this.bytes.length * 2);
    more.set(this.bytes);
    this.bytes = more;
  }

  private byte(value: number): void {
    this.bytes[this.length++] = value;
  }

  private text(ascii: string): void {
    for (let i = 0; i < ascii.length; i++) this.byte(ascii.charCodeAt(i));
  }

  // " 59.70": hundredths as whole numbers, as a PDF has a hundred thousand of them.
  private number(value: number): void {
    let hundredths = isFinite(value) ? Math.round(Math.min(1e6, Math.max(-1e6, value)) * 100) : 0;
    this.byte(SPACE);
    if (hundredths < 0) {
      this.byte(MINUS);
      hundredths = -hundredths;
    }
    let whole = Math.floor(hundredths / 100);
    const rest = hundredths % 100;
    let digits = 1;
    for (let limit = 10; whole >= limit; limit *= 10) digits++;
    for (let place = digits - 1; place >= 0; place--) {
      this.bytes[this.length + place] = ZERO + (whole % 10);
      whole = Math.floor(whole / 10);
    }
    this.length += digits;
    this.byte(DOT);
    this.byte(ZERO + Math.floor(rest / 10));
    this.byte(ZERO + (rest % 10));
  }

  private utf8(c: number): void {
    if (c < 0x80) return this.byte(c);
    if (c < 0x800) this.byte(0xc0 | (c >> 6));
    else {
      if (c < 0x10000) this.byte(0xe0 | (c >> 12));
      else {
        this.byte(0xf0 | (c >> 18));
        this.byte(0x80 | ((c >> 12) & 0x3f));
      }
      this.byte(0x80 | ((c >> 6) & 0x3f));
    }
    this.byte(0x80 | (c & 0x3f));
  }
}

export const failure = (what: string): Uint8Array => new TextEncoder().encode(`NBPDF1\nE ${what}\n`);
