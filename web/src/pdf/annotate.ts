// Comments in a copy of a PDF, written by PDFium behind the file's own bytes: highlights that every viewer
// shows, for they bring their appearance along, with the words in a window of their own.
import type { WrappedPdfiumModule } from "@embedpdf/pdfium";
import type { PageRemark } from "../products";

const HIGHLIGHT = 9;
const POPUP = 16;
const PRINTED = 4; // flag
const MAY_ANNOTATE = 1 << 5; // of what the author permits
const COLOUR = 0; // not that of the inside
const MULTIPLIED = 1; // the text below stays black
const BEHIND_THE_FILE = 1; // the file's bytes stay, what is new follows
const AUTHOR = "年报体检";
const COLOURS: Record<PageRemark["kind"], [number, number, number]> = {
  error: [255, 170, 160],
  warning: [255, 224, 130],
  notice: [180, 212, 250],
  accepted: [176, 228, 180],
};
const WINDOW = [220, 140] as const; // width and height of the words, in points
const FINE = 1000; // steps of a point
const NARROWEST = 8; // points: a mark on a dash can be seen

class Annotator {
  private readonly room: number;

  constructor(
    private readonly pdf: WrappedPdfiumModule,
    private readonly document: number,
    private readonly date: string,
  ) {
    this.room = pdf.pdfium.wasmExports.malloc(64);
  }

  add({ kind, text, page: index, boxes }: PageRemark, number: number): void {
    const { pdf } = this;
    const page = pdf.FPDF_LoadPage(this.document, index);
    if (!page) return;
    const quads = boxes.map((box) => this.onPage(page, box));
    const [left, bottom, right, top] = [
      Math.min(...quads.map((q) => q[0])),
      Math.min(...quads.map((q) => q[1])),
      Math.max(...quads.map((q) => q[2])),
      Math.max(...quads.map((q) => q[3])),
    ] as const;
    const mark = pdf.EPDFPage_CreateAnnot(page, HIGHLIGHT);
    for (const [l, b, r, t] of quads)
      this.floats([l, t, r, t, l, b, r, b], (at) => pdf.FPDFAnnot_AppendAttachmentPoints(mark, at));
    this.rectangle(mark, left, bottom, right, top);
    pdf.EPDFAnnot_SetColor(mark, COLOUR, ...COLOURS[kind]);
    this.words(mark, "Contents", text);
    this.words(mark, "NM", `nianbao-${number}`);
    this.words(mark, "T", AUTHOR);
    this.words(mark, "M", this.date);
    pdf.FPDFAnnot_SetFlags(mark, PRINTED);
    pdf.EPDFAnnot_GenerateAppearanceWithBlend(mark, MULTIPLIED);
    const popup = pdf.EPDFPage_CreateAnnot(page, POPUP);
    this.rectangle(popup, right, top - WINDOW[1], right + WINDOW[0], top);
    pdf.EPDFAnnot_SetLinkedAnnot(mark, "Popup", popup);
    pdf.EPDFAnnot_SetLinkedAnnot(popup, "Parent", mark);
    pdf.FPDFPage_CloseAnnot(popup);
    pdf.FPDFPage_CloseAnnot(mark);
    pdf.FPDF_ClosePage(page);
  }

  end(): void {
    this.pdf.pdfium.wasmExports.free(this.room);
  }

  // [left, bottom, right, top] in the page's own space, y upwards, of a box on the page as it is shown.
  private onPage(page: number, [l, t, r, b]: PageRemark["boxes"][0]): [number, number, number, number] {
    const aside = Math.max(0, NARROWEST - (r - l)) / 2;
    const [x0, y0] = this.point(page, l - aside, t);
    const [x1, y1] = this.point(page, r + aside, b);
    return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
  }

  private point(page: number, x: number, y: number): [number, number] {
    const { pdf, room } = this;
    const width = Math.round(pdf.FPDF_GetPageWidthF(page) * FINE);
    const height = Math.round(pdf.FPDF_GetPageHeightF(page) * FINE);
    pdf.FPDF_DeviceToPage(
      page,
      0,
      0,
      width,
      height,
      0,
      Math.round(x * FINE),
      Math.round(y * FINE),
      room,
      room + 8,
    );
    return [pdf.pdfium.HEAPF64[room >> 3]!, pdf.pdfium.HEAPF64[(room >> 3) + 1]!];
  }

  private floats(values: number[], use: (at: number) => unknown): void {
    this.pdf.pdfium.HEAPF32.set(values, this.room >> 2);
    use(this.room);
  }

  private rectangle(annotation: number, left: number, bottom: number, right: number, top: number): void {
    this.floats([left, top, right, bottom], (at) => this.pdf.FPDFAnnot_SetRect(annotation, at));
  }

  // UTF-16, ended by 0.
  private words(annotation: number, key: string, text: string): void {
    const { pdfium } = this.pdf;
    const at = pdfium.wasmExports.malloc(2 * (text.length + 1));
    for (let i = 0; i < text.length; i++) pdfium.HEAPU16[(at >> 1) + i] = text.charCodeAt(i);
    pdfium.HEAPU16[(at >> 1) + text.length] = 0;
    this.pdf.FPDFAnnot_SetStringValue(annotation, key, at);
    pdfium.wasmExports.free(at);
  }
}

function saved(pdf: WrappedPdfiumModule, document: number): Uint8Array | null {
  const writer = pdf.PDFiumExt_OpenFileWriter();
  const done = pdf.FPDF_SaveAsCopy(document, writer, BEHIND_THE_FILE);
  const size = pdf.PDFiumExt_GetFileWriterSize(writer);
  const at = pdf.pdfium.wasmExports.malloc(size);
  const read = done && at && pdf.PDFiumExt_GetFileWriterData(writer, at, size) === size;
  const copy = read ? pdf.pdfium.HEAPU8.slice(at, at + size) : null;
  pdf.pdfium.wasmExports.free(at);
  pdf.PDFiumExt_CloseFileWriter(writer);
  return copy;
}

// Null where the file cannot be written, or its author forbids comments. `date`: 2026-01-15. Throws where
// PDFium breaks; it is of no use afterwards.
export function annotate(
  pdf: WrappedPdfiumModule,
  bytes: Uint8Array,
  remarks: readonly PageRemark[],
  date: string,
): Uint8Array | null {
  const { wasmExports } = pdf.pdfium;
  const file = wasmExports.malloc(bytes.length);
  if (!file) return null;
  pdf.pdfium.HEAPU8.set(bytes, file);
  const document = pdf.FPDF_LoadMemDocument(file, bytes.length, "");
  let copy: Uint8Array | null = null;
  if (document && pdf.FPDF_GetDocPermissions(document) & MAY_ANNOTATE) {
    const annotator = new Annotator(pdf, document, `D:${date.replace(/-/g, "")}000000`);
    remarks.forEach((remark, i) => annotator.add(remark, i + 1));
    annotator.end();
    copy = saved(pdf, document);
  }
  if (document) pdf.FPDF_CloseDocument(document);
  wasmExports.free(file);
  return copy;
}
