// The PDF part is loaded only when a PDF is given. It turns a PDF into positioned text and ruling lines
// (core/input/pdf_geometry.h); tables are made of them by the core, so that page and command line agree.
//
// On a site its worker and its WebAssembly are two files beside the page, see beside.ts for the single file.
import type { PageRemark } from "../products";
import { isPdf } from "../source";
import type { MessageKey } from "../strings";
import { fileBeside } from "./beside";
import { type PdfPart, type PdfReader, type ReadPdf, readerOf, workerOf } from "./reading";

async function fetchPart(worker: string, wasm: string): Promise<PdfPart> {
  const [code, bytes] = await Promise.all([fetch(worker), fetch(wasm)]);
  if (!code.ok || !bytes.ok) throw new Error(`${worker}: ${code.status}, ${wasm}: ${bytes.status}`);
  return { worker: await code.text(), wasm: await bytes.arrayBuffer() };
}

let reader: Promise<PdfReader | MessageKey> | null = null;

function load({ pdfWorker, pdfWasm, pdfBeside, pdfHash }: DOMStringMap): Promise<PdfReader | MessageKey> {
  if (pdfBeside && pdfHash)
    return fileBeside(pdfBeside, pdfHash).then((part) =>
      typeof part === "string" ? part : readerOf(() => workerOf(part)),
    );
  const part =
    pdfWorker && pdfWasm ? fetchPart(pdfWorker, pdfWasm) : Promise.reject(new Error("no PDF part"));
  return part.then(
    (found) => readerOf(() => workerOf(found)),
    (): MessageKey => "pdfNotLoaded",
  );
}

// Or the sentence that says why no PDF can be read.
export function loadPdfReader(): Promise<PdfReader | MessageKey> {
  const element = document.getElementById("core");
  if (!reader) {
    reader = load(element ? element.dataset : {});
    // Missing now is not missing for ever: the next PDF asks again.
    void reader.then((found) => {
      if (typeof found === "string") reader = null;
    });
  }
  return reader;
}

// For a PDF; null for everything else, and where there is no PDF part: the core then says so in its own
// words.
export async function pdfReaderFor(bytes: string | Uint8Array): Promise<ReadPdf | null> {
  const found = isPdf(bytes) ? await loadPdfReader() : null;
  return found === null || typeof found === "string" ? null : found.read;
}

// Null where the file cannot be written, or there is no PDF part.
export async function annotatedPdf(
  bytes: Uint8Array,
  remarks: readonly PageRemark[],
  date: string,
): Promise<Uint8Array | null> {
  const found = await loadPdfReader();
  return typeof found === "string" ? null : found.annotated(bytes, remarks, date);
}
