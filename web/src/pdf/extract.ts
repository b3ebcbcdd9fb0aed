// Geometry of a PDF by PDFium. Everything PDFium hands out is a number in its memory; it is freed before
// returning.
import type { WrappedPdfiumModule } from "@embedpdf/pdfium";
import { type Box, GeometryWriter, type Point, UNKNOWN, failure, turnsOf } from "./geometry";

const MAX_PAGES = 2000;
const MAX_FORM_DEPTH = 8;
const MAX_OBJECTS = 2_000_000;
const MAX_MILLISECONDS = 20_000;
const MAX_MEMORY = 256 << 20;
const WASM_PAGE = 65536;
const PATH = 2;
const IMAGE = 3;
const FORM = 5;
const MOVE_TO = 2;
const LINE_TO = 0;
const PASSWORD_ERROR = 4;
const ABOVE_BASELINE = 0.88; // of the size of a character, as in Chinese fonts
const FIRST_WIDE = 0x2e80; // characters from here on are as wide as they are high
const LEAST_ALPHA = 5; // of 255
const HYPHENS = [0x02, 0xfffe]; // what PDFium makes of a hyphen at the end of a line

type Matrix = readonly [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[1] * n[2],
  m[0] * n[1] + m[1] * n[3],
  m[2] * n[0] + m[3] * n[2],
  m[2] * n[1] + m[3] * n[3],
  m[4] * n[0] + m[5] * n[2] + n[4],
  m[4] * n[1] + m[5] * n[3] + n[5],
];
const apply = (m: Matrix, x: number, y: number): Point => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
];

// PDFium's functions as WebAssembly exports them: the wrapped ones cost several times what most of them do.
type Calls = Record<string, (...args: number[]) => number>;
const callsOf = (pdf: WrappedPdfiumModule): Calls => pdf.pdfium.wasmExports as unknown as Calls;

// Ends a reading that has gone on for too long; what was asked of it is too much.
class Budget {
  private objects = 0;
  private readonly until = Date.now() + MAX_MILLISECONDS;
  exceeded: "objects" | "time" | null = null;

  spend(): boolean {
    if (++this.objects > MAX_OBJECTS) this.exceeded = "objects";
    else if (this.objects % 1024 === 0) this.look();
    return !this.exceeded;
  }
  look(): boolean {
    if (Date.now() > this.until) this.exceeded = "time";
    return !this.exceeded;
  }
}

// How the characters of a piece of text are set.
interface Setting {
  size: number;
  turns: number;
  rightwards: boolean; // on the page unturned, so that the width of PDFium's box is that of the character
  baseline: number; // y on the page unturned
}

class PageReader {
  private readonly room: number;
  private readonly call: Calls;
  private readonly toShown: Matrix;
  readonly size: Point;

  constructor(
    private readonly pdf: WrappedPdfiumModule,
    private readonly page: number,
    private readonly out: GeometryWriter,
    private readonly budget: Budget,
  ) {
    this.call = callsOf(pdf);
    this.room = this.call.malloc!(64);
    this.size = [this.call.FPDF_GetPageWidthF!(page), this.call.FPDF_GetPageHeightF!(page)];
    this.toShown = this.matrixToShown();
  }

  read(): void {
    this.out.page(...this.size);
    this.characters();
    this.objects(
      this.call.FPDFPage_CountObjects!(this.page),
      (i) => this.call.FPDFPage_GetObject!(this.page, i),
      IDENTITY,
      0,
    );
    this.call.free!(this.room);
  }

  private float(index: number): number {
    return this.pdf.pdfium.HEAPF32[(this.room >> 2) + index]!;
  }
  private int(index: number): number {
    return this.pdf.pdfium.HEAP32[(this.room >> 2) + index]!;
  }
  private double(index: number): number {
    return this.pdf.pdfium.HEAPF64[(this.room >> 3) + index]!;
  }

  // Page space (y upwards, unrotated) to points from the top left of the page as shown. PDFium tells whole
  // pixels only.
  private matrixToShown(): Matrix {
    const scale = 1000;
    const [w, h] = this.size.map((n) => Math.round(n * scale)) as [number, number];
    const at = (x: number, y: number): Point => {
      this.call.FPDF_PageToDevice!(this.page, 0, 0, w, h, 0, x, y, this.room, this.room + 4);
      return [this.int(0) / scale, this.int(1) / scale];
    };
    const [origin, right, up] = [at(0, 0), at(scale, 0), at(0, scale)];
    const along = (to: Point): Point => [(to[0] - origin[0]) / scale, (to[1] - origin[1]) / scale];
    return [...along(right), ...along(up), ...origin] as unknown as Matrix;
  }

  private shownBox(x0: number, y0: number, x1: number, y1: number): Box {
    const [ax, ay] = apply(this.toShown, x0, y0);
    const [bx, by] = apply(this.toShown, x1, y1);
    return {
      left: Math.min(ax, bx),
      top: Math.min(ay, by),
      right: Math.max(ax, bx),
      bottom: Math.max(ay, by),
    };
  }

  // --- text -----------------------------------------------------------------------------------------------

  private characters(): void {
    const { call, room } = this;
    const text = call.FPDFText_LoadPage!(this.page);
    const count = text ? call.FPDFText_CountChars!(text) : 0;
    let [top, bottom] = [NaN, NaN]; // of the character before: on its line the setting is the same
    let setting: Setting = { size: 0, turns: 0, rightwards: true, baseline: 0 };
    for (let i = 0; i < count && !this.out.full && this.budget.spend(); i++) {
      const code = this.code(text, i, count);
      if (code <= 0x20 || !call.FPDFText_GetLooseCharBox!(text, i, room)) continue;
      const [l, t, r, b] = [this.float(0), this.float(1), this.float(2), this.float(3)];
      if (t !== top || b !== bottom) {
        setting = this.settingOf(text, i);
        [top, bottom] = [t, b];
      }
      const usable =
        setting.rightwards && r > l && r - l < 2.5 * setting.size && !this.isTight(r - l, code, setting);
      const box = usable
        ? this.place(apply(this.toShown, l, setting.baseline), r - l, setting)
        : this.placeByOrigin(text, i, code, setting);
      this.out.character(box, setting.turns, code);
    }
    if (text) call.FPDFText_ClosePage!(text);
  }

  // 0 for what is no character of its own.
  private code(text: number, i: number, count: number): number {
    const { call } = this;
    const code = call.FPDFText_GetUnicode!(text, i) >>> 0;
    if (code === 0x20 || code === 0x0a || code === 0x0d) return 0;
    if (call.FPDFText_HasUnicodeMapError!(text, i) === 1) return UNKNOWN;
    if (HYPHENS.includes(code)) return 0x2d;
    if (code >= 0xdc00 && code <= 0xdfff) return 0; // the second half of a character
    if (code < 0xd800 || code > 0xdbff || i + 1 >= count) return code;
    return 0x10000 + ((code - 0xd800) << 10) + (call.FPDFText_GetUnicode!(text, i + 1) - 0xdc00);
  }

  // Of what a file says to stand for its glyphs (ActualText) PDFium tells the ink and not the place.
  private isTight(width: number, code: number, { size }: Setting): boolean {
    return code >= FIRST_WIDE && width < 0.97 * size;
  }

  private settingOf(text: number, i: number): Setting {
    const { call, room, toShown } = this;
    const found = call.FPDFText_GetMatrix!(text, i, room);
    const m: Matrix = found ? [this.float(0), this.float(1), this.float(2), this.float(3), 0, 0] : IDENTITY;
    const size = call.FPDFText_GetFontSize!(text, i) * Math.hypot(m[2], m[3]);
    const [x, y] = apply([toShown[0], toShown[1], toShown[2], toShown[3], 0, 0], m[0], m[1]);
    const baseline = call.FPDFText_GetCharOrigin!(text, i, room, room + 8) ? this.double(1) : 0;
    return { size, turns: turnsOf(x, y), rightwards: m[0] > 0 && Math.abs(m[1]) < 0.01 * m[0], baseline };
  }

  // The place of a character that begins at a point: its advance wide and its size high.
  private place([x, y]: Point, advance: number, { size, turns }: Setting): Box {
    const up = ABOVE_BASELINE * size;
    const down = size - up;
    if (turns === 1) return { left: x - down, top: y, right: x + up, bottom: y + advance };
    if (turns === 2) return { left: x - advance, top: y - down, right: x, bottom: y + up };
    if (turns === 3) return { left: x - up, top: y - advance, right: x + down, bottom: y };
    return { left: x, top: y - up, right: x + advance, bottom: y + down };
  }

  // Where PDFium's box is not that of the character: turned text, text written downwards with a scaled
  // matrix.
  private placeByOrigin(text: number, i: number, code: number, setting: Setting): Box {
    this.call.FPDFText_GetCharOrigin!(text, i, this.room, this.room + 8);
    const at = apply(this.toShown, this.double(0), this.double(1));
    return this.place(
      at,
      this.advance(text, i, at, setting.turns, setting.size * (code < 0x2000 ? 0.5 : 1)),
      setting,
    );
  }

  // To where the next character begins, if that is on; otherwise what is usual.
  private advance(text: number, i: number, [x, y]: Point, turns: number, usual: number): number {
    const { call, room } = this;
    if (!call.FPDFText_GetCharOrigin!(text, i + 1, room, room + 8)) return usual;
    const [nextX, nextY] = apply(this.toShown, this.double(0), this.double(1));
    const [dx, dy] = [nextX - x, nextY - y];
    const step = [dx, dy, -dx, -dy][turns] ?? 0;
    const aside = turns % 2 === 1 ? dx : dy;
    return Math.abs(aside) < 0.1 * usual && step > 0.3 * usual && step < 1.3 * usual ? step : usual;
  }

  // --- what is painted ------------------------------------------------------------------------------------

  private objects(count: number, get: (i: number) => number, outer: Matrix, depth: number): void {
    for (let i = 0; i < count && !this.out.full && this.budget.spend(); i++)
      this.object(get(i), outer, depth);
  }

  private object(object: number, outer: Matrix, depth: number): void {
    const { call } = this;
    const kind = call.FPDFPageObj_GetType!(object);
    if (kind === PATH) this.path(object, outer);
    else if (kind === IMAGE) this.image(object);
    else if (kind === FORM && depth < MAX_FORM_DEPTH) {
      const inner = times(this.matrix(object), outer);
      this.objects(
        call.FPDFFormObj_CountObjects!(object),
        (i) => call.FPDFFormObj_GetObject!(object, i),
        inner,
        depth + 1,
      );
    }
  }

  private matrix(object: number): Matrix {
    if (!this.call.FPDFPageObj_GetMatrix!(object, this.room)) return IDENTITY;
    return [this.float(0), this.float(1), this.float(2), this.float(3), this.float(4), this.float(5)];
  }

  // "c0c0c0"; null where it is transparent.
  private colour(
    object: number,
    which: "FPDFPageObj_GetFillColor" | "FPDFPageObj_GetStrokeColor",
  ): string | null {
    const { room } = this;
    if (!this.call[which]!(object, room, room + 4, room + 8, room + 12)) return "000000";
    const [r, g, b, alpha] = [this.int(0), this.int(1), this.int(2), this.int(3)];
    return alpha < LEAST_ALPHA ? null : (0x1000000 + (r << 16) + (g << 8) + b).toString(16).slice(1);
  }

  private path(object: number, outer: Matrix): void {
    const { call, room } = this;
    if (!call.FPDFPath_GetDrawMode!(object, room, room + 4)) return;
    const [fills, strokes] = [this.int(0) !== 0, this.int(1) !== 0];
    const fill = fills ? this.colour(object, "FPDFPageObj_GetFillColor") : null;
    const stroke = strokes ? this.colour(object, "FPDFPageObj_GetStrokeColor") : null;
    if (!fill && !stroke) return;
    const m = times(times(this.matrix(object), outer), this.toShown);
    let width = 0;
    if (stroke && call.FPDFPageObj_GetStrokeWidth!(object, room))
      width = this.float(0) * Math.sqrt(Math.abs(m[0] * m[3] - m[1] * m[2]));
    this.eachPart(object, m, (points, straight) => {
      if (stroke)
        points.forEach((p, i) => i > 0 && straight[i] && this.out.segment(points[i - 1]!, p, width, stroke));
      if (fill && straight.every((s) => s)) this.out.filled(points, fill);
    });
  }

  // The parts of a path as points, and of each whether a straight line leads to it.
  private eachPart(object: number, m: Matrix, use: (points: Point[], straight: boolean[]) => void): void {
    const { call, room } = this;
    let points: Point[] = [];
    let straight: boolean[] = [];
    const count = call.FPDFPath_CountSegments!(object);
    for (let i = 0; i < count && this.budget.spend(); i++) {
      const segment = call.FPDFPath_GetPathSegment!(object, i);
      const type = call.FPDFPathSegment_GetType!(segment);
      if (type === MOVE_TO) {
        if (points.length > 1) use(points, straight);
        [points, straight] = [[], []];
      }
      call.FPDFPathSegment_GetPoint!(segment, room, room + 4);
      points.push(apply(m, this.float(0), this.float(1)));
      straight.push(type === MOVE_TO || type === LINE_TO);
      if (call.FPDFPathSegment_GetClose!(segment) && points.length > 1) {
        points.push(points[0]!);
        straight.push(true);
      }
    }
    if (points.length > 1) use(points, straight);
  }

  private image(object: number): void {
    const { room } = this;
    if (!this.call.FPDFPageObj_GetBounds!(object, room, room + 4, room + 8, room + 12)) return;
    this.out.image(this.shownBox(this.float(0), this.float(3), this.float(2), this.float(1)));
  }
}

// Whether a PDF asked for more memory than PDFium may take; it breaks then.
export interface MemoryBound {
  reached: boolean;
}

export function boundMemory(pdf: WrappedPdfiumModule): MemoryBound {
  const bound: MemoryBound = { reached: false };
  const memory = (pdf.pdfium.wasmExports as unknown as { memory: WebAssembly.Memory }).memory;
  const grow = memory.grow.bind(memory);
  memory.grow = (pages) => {
    if (memory.buffer.byteLength + pages * WASM_PAGE <= MAX_MEMORY) return grow(pages);
    bound.reached = true;
    throw new RangeError("PDFium: out of memory");
  };
  return bound;
}

function readPages(pdf: WrappedPdfiumModule, document: number): Uint8Array {
  const call = callsOf(pdf);
  const pages = call.FPDF_GetPageCount!(document);
  if (pages > MAX_PAGES) return failure("limit pages");
  if (pages === 0) return failure("damaged");
  const out = new GeometryWriter();
  const budget = new Budget();
  for (let i = 0; i < pages && !out.full && budget.look(); i++) {
    const page = call.FPDF_LoadPage!(document, i);
    if (!page) continue;
    new PageReader(pdf, page, out, budget).read();
    call.FPDF_ClosePage!(page);
  }
  return budget.exceeded ? failure(`limit ${budget.exceeded}`) : out.finish();
}

// The geometry of a PDF, or why there is none. Throws where PDFium breaks; it is of no use afterwards.
export function extract(pdf: WrappedPdfiumModule, bytes: Uint8Array): Uint8Array {
  const call = callsOf(pdf);
  const file = call.malloc!(bytes.length);
  if (!file) return failure("limit memory");
  pdf.pdfium.HEAPU8.set(bytes, file);
  const document = call.FPDF_LoadMemDocument!(file, bytes.length, 0);
  if (!document) {
    call.free!(file);
    return failure(call.FPDF_GetLastError!() === PASSWORD_ERROR ? "encrypted" : "damaged");
  }
  const geometry = readPages(pdf, document);
  call.FPDF_CloseDocument!(document);
  call.free!(file);
  return geometry;
}
