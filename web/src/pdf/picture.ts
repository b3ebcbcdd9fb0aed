// A page of a PDF as a picture, at the resolution of its own largest picture.
import type { WrappedPdfiumModule } from "@embedpdf/pdfium";

export interface Picture {
  width: number; // pixels
  height: number;
  rgba: Uint8Array; // opaque
}

const IMAGE = 3;
const POINTS_PER_INCH = 72;
const [LEAST, MOST, USUAL] = [100, 300, 200]; // dots per inch, as core/pdf_helper/picture.cpp has them
const MOST_PIXELS = 30_000_000; // four bytes each within PDFium's memory
const REVERSE_BYTE_ORDER = 0x10;
const WHITE = 0xffffffff;

type Calls = Record<string, (...args: number[]) => number>;

function ownDensity(pdf: WrappedPdfiumModule, call: Calls, page: number): number {
  const room = call.malloc!(16);
  const float = (i: number): number => pdf.pdfium.HEAPF32[(room >> 2) + i]!;
  let [largest, density] = [0, USUAL];
  for (let i = 0, count = call.FPDFPage_CountObjects!(page); i < count; i++) {
    const object = call.FPDFPage_GetObject!(page, i);
    if (call.FPDFPageObj_GetType!(object) !== IMAGE) continue;
    if (!call.FPDFPageObj_GetBounds!(object, room, room + 4, room + 8, room + 12)) continue;
    const [width, height] = [float(2) - float(0), float(3) - float(1)];
    if (width * height <= largest || !call.FPDFImageObj_GetImagePixelSize!(object, room, room + 4)) continue;
    const pixels = Math.max(pdf.pdfium.HEAP32[room >> 2]!, pdf.pdfium.HEAP32[(room >> 2) + 1]!);
    largest = width * height;
    density = (POINTS_PER_INCH * pixels) / Math.max(width, height);
  }
  call.free!(room);
  return Math.min(MOST, Math.max(LEAST, density));
}

function render(pdf: WrappedPdfiumModule, call: Calls, page: number): Picture {
  const density = ownDensity(pdf, call, page) / POINTS_PER_INCH;
  const width = Math.round(call.FPDF_GetPageWidthF!(page) * density);
  const height = Math.round(call.FPDF_GetPageHeightF!(page) * density);
  if (width * height > MOST_PIXELS || width < 1 || height < 1) throw new RangeError("page too large");
  const bitmap = call.FPDFBitmap_Create!(width, height, 0);
  if (!bitmap) throw new RangeError("no memory for the page");
  call.FPDFBitmap_FillRect!(bitmap, 0, 0, width, height, WHITE);
  call.FPDF_RenderPageBitmap!(bitmap, page, 0, 0, width, height, 0, REVERSE_BYTE_ORDER);
  const [buffer, stride] = [call.FPDFBitmap_GetBuffer!(bitmap), call.FPDFBitmap_GetStride!(bitmap)];
  const rgba = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++)
    rgba.set(pdf.pdfium.HEAPU8.subarray(buffer + y * stride, buffer + y * stride + 4 * width), 4 * width * y);
  call.FPDFBitmap_Destroy!(bitmap);
  return { width, height, rgba };
}

// `number`: of the page, from 0. Throws where PDFium breaks.
export function pagePicture(pdf: WrappedPdfiumModule, bytes: Uint8Array, number: number): Picture {
  const call = pdf.pdfium.wasmExports as unknown as Calls;
  const file = call.malloc!(bytes.length);
  pdf.pdfium.HEAPU8.set(bytes, file);
  const document = call.FPDF_LoadMemDocument!(file, bytes.length, 0);
  const page = document && call.FPDF_LoadPage!(document, number);
  if (!page) throw new Error("no such page");
  const picture = render(pdf, call, page);
  call.FPDF_ClosePage!(page);
  call.FPDF_CloseDocument!(document);
  call.free!(file);
  return picture;
}
