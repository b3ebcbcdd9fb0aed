// The PDF part is loaded only when a PDF is given. It turns a PDF into positioned text and ruling lines
// (core/input/pdf_geometry.h); tables are made of them by the core, so that page and command line agree.

export type ReadPdf = (bytes: Uint8Array) => Promise<Uint8Array>;

// Null where the page has no PDF part; the core then says so in its own words.
export async function loadPdfReader(): Promise<ReadPdf | null> {
  return null;
}
