// Geometry of a PDF by PDFium. Everything PDFium hands out is a number in its memory; it is freed before returning.
import type { WrappedPdfiumModule } from "@embedpdf/pdfium";
import { type Box, GeometryWriter, failure } from "./geometry";

const MAX_PAGES = 2000;
const MAX_FORM_DEPTH = 8;
const PATH = 2;
const IMAGE = 3;
const FORM = 5;
const MOVE_TO = 2;
const LINE_TO = 0;
const PASSWORD_ERROR = 4;

type Matrix = [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[1] * n[2],
  m[0] * n[1] + m[1] * n[3],
  m[2] * n[0] + m[3] * n[2],
  m[2] * n[1] + m[3] * n[3],
  m[4] * n[0] + m[5] * n[2] + n[4],
  m[4] * n[1] + m[5] * n[3] + n[5],
];

class PageReader {
  private readonly room: number;
  private readonly width: number;
  private readonly height: number;

  constructor(
    private readonly pdf: WrappedPdfiumModule,
    private readonly page: number,
    private readonly out: GeometryWriter,
  ) {
    this.room = pdf.pdfium.wasmExports.malloc(64);
    this.width = pdf.FPDF_GetPageWidthF(page);
    this.height = pdf.FPDF_GetPageHeightF(page);
  }

  read(): void {
    this.out.page(this.width, this.height);
    this.characters();
    const count = this.pdf.FPDFPage_CountObjects(this.page);
    for (let i = 0; i < count && !this.out.full; i++)
      this.object(this.pdf.FPDFPage_GetObject(this.page, i), IDENTITY, 0);
    this.pdf.pdfium.wasmExports.free(this.room);
  }

  private float(index: number): number {
    return this.pdf.pdfium.HEAPF32[(this.room >> 2) + index] ?? 0;
  }

  // Page space (y upwards, unrotated) to points from the top left of the page as shown.
  private shown(x: number, y: number): [number, number] {
    const scale = 100;
    const [w, h] = [Math.round(this.width * scale), Math.round(this.height * scale)];
    this.pdf.FPDF_PageToDevice(this.page, 0, 0, w, h, 0, x, y, this.room + 32, this.room + 36);
    const ints = this.pdf.pdfium.HEAP32;
    return [(ints[(this.room + 32) >> 2] ?? 0) / scale, (ints[(this.room + 36) >> 2] ?? 0) / scale];
  }

  private shownBox(x0: number, y0: number, x1: number, y1: number): Box {
    const [ax, ay] = this.shown(x0, y0);
    const [bx, by] = this.shown(x1, y1);
    return { left: Math.min(ax, bx), top: Math.min(ay, by), right: Math.max(ax, bx), bottom: Math.max(ay, by) };
  }

  private characters(): void {
    const text = this.pdf.FPDFText_LoadPage(this.page);
    const count = text ? this.pdf.FPDFText_CountChars(text) : 0;
    for (let i = 0; i < count && !this.out.full; i++) {
      let code = this.pdf.FPDFText_GetUnicode(text, i);
      if (code >= 0xd800 && code <= 0xdbff && i + 1 < count) {
        const low = this.pdf.FPDFText_GetUnicode(text, i + 1);
        if (low >= 0xdc00 && low <= 0xdfff) code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
      }
      if (!this.pdf.FPDFText_GetLooseCharBox(text, i, this.room)) continue;
      const [left, top, right, bottom] = [this.float(0), this.float(1), this.float(2), this.float(3)];
      // Fonts that are not embedded have boxes without height.
      const size = Math.abs(top - bottom) > 0.5 ? 0 : this.pdf.FPDFText_GetFontSize(text, i);
      this.out.character(this.shownBox(left, top + size * 0.85, right, bottom - size * 0.2), code);
    }
    if (text) this.pdf.FPDFText_ClosePage(text);
  }

  private object(object: number, outer: Matrix, depth: number): void {
    const kind = this.pdf.FPDFPageObj_GetType(object);
    if (kind === PATH) this.path(object, outer);
    else if (kind === IMAGE) this.image(object);
    else if (kind === FORM && depth < MAX_FORM_DEPTH) {
      const inner = times(this.matrix(object), outer);
      const count = this.pdf.FPDFFormObj_CountObjects(object);
      for (let i = 0; i < count && !this.out.full; i++)
        this.object(this.pdf.FPDFFormObj_GetObject(object, i), inner, depth + 1);
    }
  }

  private matrix(object: number): Matrix {
    if (!this.pdf.FPDFPageObj_GetMatrix(object, this.room)) return IDENTITY;
    return [this.float(0), this.float(1), this.float(2), this.float(3), this.float(4), this.float(5)];
  }

  private path(object: number, outer: Matrix): void {
    const stroked = this.pdf.FPDFPath_GetDrawMode(object, this.room, this.room + 4);
    const fills = (this.pdf.pdfium.HEAP32[this.room >> 2] ?? 0) !== 0;
    const strokes = stroked && (this.pdf.pdfium.HEAP32[(this.room + 4) >> 2] ?? 0) !== 0;
    const m = times(this.matrix(object), outer);
    let points: [number, number][] = [];
    const flush = (): void => {
      if (strokes) points.forEach((p, i) => i > 0 && this.out.segment(...points[i - 1]!, ...p));
      else if (fills && points.length >= 4 && points.length <= 6) this.rectangle(points);
      points = [];
    };
    const count = this.pdf.FPDFPath_CountSegments(object);
    for (let i = 0; i < count; i++) {
      const segment = this.pdf.FPDFPath_GetPathSegment(object, i);
      const type = this.pdf.FPDFPathSegment_GetType(segment);
      if (type === MOVE_TO) flush();
      if (type !== MOVE_TO && type !== LINE_TO) return;
      this.pdf.FPDFPathSegment_GetPoint(segment, this.room, this.room + 4);
      const [x, y] = [this.float(0), this.float(1)];
      points.push(this.shown(m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]));
      if (this.pdf.FPDFPathSegment_GetClose(segment) && points.length > 1) points.push(points[0]!);
    }
    flush();
  }

  private rectangle(points: [number, number][]): void {
    const xs = points.map((p) => p[0]);
    const ys = points.map((p) => p[1]);
    this.out.rectangle({
      left: Math.min(...xs),
      top: Math.min(...ys),
      right: Math.max(...xs),
      bottom: Math.max(...ys),
    });
  }

  private image(object: number): void {
    if (!this.pdf.FPDFPageObj_GetBounds(object, this.room, this.room + 4, this.room + 8, this.room + 12)) return;
    this.out.image(this.shownBox(this.float(0), this.float(3), this.float(2), this.float(1)));
  }
}

export function extract(pdf: WrappedPdfiumModule, bytes: Uint8Array): string {
  const { malloc, free } = pdf.pdfium.wasmExports;
  const file = malloc(bytes.length);
  if (!file) return failure("limit memory");
  pdf.pdfium.HEAPU8.set(bytes, file);
  const document = pdf.FPDF_LoadMemDocument(file, bytes.length, "");
  let geometry: string;
  if (!document) {
    geometry = failure(pdf.FPDF_GetLastError() === PASSWORD_ERROR ? "encrypted" : "damaged");
  } else {
    const pages = pdf.FPDF_GetPageCount(document);
    const out = new GeometryWriter();
    for (let i = 0; i < pages && pages <= MAX_PAGES && !out.full; i++) {
      const page = pdf.FPDF_LoadPage(document, i);
      if (!page) continue;
      new PageReader(pdf, page, out).read();
      pdf.FPDF_ClosePage(page);
    }
    geometry = pages > MAX_PAGES ? failure("limit pages") : pages === 0 ? failure("damaged") : out.finish();
    pdf.FPDF_CloseDocument(document);
  }
  free(file);
  return geometry;
}
