// "nianbao/pdf" for browsers: the page's own worker.
import script from "nianbao-pdf-worker";
import { workerOf } from "../web/src/pdf/reading.js";
import type { PdfPart } from "./index.js";
import { asBytes, type PdfOptions } from "./pdf_options.js";
import { partOf } from "./pdf_part.js";

export type { PdfOptions, PdfPart };

async function load(wasm: PdfOptions["wasm"]): Promise<ArrayBuffer> {
  if (wasm instanceof ArrayBuffer || wasm instanceof Uint8Array) return asBytes(wasm);
  if (wasm === undefined) throw new Error("no address");
  const answer = await fetch(typeof wasm === "string" ? wasm : wasm.href);
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return answer.arrayBuffer();
}

/** A part that is told where pdfium.wasm is. */
export function pdfPart(options: PdfOptions = {}): PdfPart {
  return partOf(
    () => load(options.wasm),
    (wasm) => workerOf({ worker: script, wasm }),
  );
}

/**
 * Reads PDFs: check(bytes, { pdf }). Node finds pdfium.wasm among the installed packages; in a browser this
 * part does not know it, and says so: take pdfPart({ wasm }).
 */
export const pdf: PdfPart = pdfPart();
