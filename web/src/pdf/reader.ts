// The PDF part is loaded only when a PDF is given. It turns a PDF into positioned text and ruling lines
// (core/input/pdf_geometry.h); tables are made of them by the core, so that page and command line agree.
//
// On a site its worker and its WebAssembly are two files beside the page; beside the single file they are one script,
// nianbao-pdf.js, which puts both into window.nianbaoPdf.
import { fromBase64 } from "../base64";
import { EngineError } from "../launch";
import { failure } from "./geometry";
import type { Answer } from "./worker";

// The geometry of a PDF, or in its place what limit it exceeds. Rejects with "cancelled" when the signal says so.
export type ReadPdf = (bytes: Uint8Array, signal?: AbortSignal) => Promise<Uint8Array>;

const LONGEST = 30_000; // milliseconds; the worker itself stops earlier where PDFium lets it

interface PdfPart {
  worker: string;
  wasm: ArrayBuffer;
}

declare global {
  interface Window {
    nianbaoPdf?: { worker: string; wasm: string };
  }
}

async function fetchPart(worker: string, wasm: string): Promise<PdfPart> {
  const [code, bytes] = await Promise.all([fetch(worker), fetch(wasm)]);
  if (!code.ok || !bytes.ok) throw new Error(`${worker}: ${code.status}, ${wasm}: ${bytes.status}`);
  return { worker: await code.text(), wasm: await bytes.arrayBuffer() };
}

function scriptPart(file: string): Promise<PdfPart> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = file;
    script.onload = () => {
      const part = window.nianbaoPdf;
      if (!part) return reject(new Error(`${file} holds no PDF part`));
      delete window.nianbaoPdf;
      resolve({ worker: part.worker, wasm: fromBase64(part.wasm).buffer as ArrayBuffer });
    };
    script.onerror = () => reject(new Error(`${file} is missing`));
    document.head.appendChild(script);
  });
}

// One PDF after the other. A PDF that breaks the reader, takes too long or is cancelled ends its worker; the next PDF gets a
// new one.
function readerOf(part: PdfPart): ReadPdf {
  let worker: Worker | null = null;
  const begin = (): Worker => {
    const url = URL.createObjectURL(new Blob([part.worker], { type: "text/javascript" }));
    const started = new Worker(url);
    URL.revokeObjectURL(url);
    started.postMessage({ wasm: part.wasm });
    return started;
  };
  const read = (bytes: Uint8Array, signal?: AbortSignal): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      const current = worker || (worker = begin());
      const end = (keep: boolean): void => {
        clearTimeout(timer);
        if (signal) signal.removeEventListener("abort", cancel);
        if (keep) return;
        current.terminate();
        worker = null;
      };
      const fail = (error: Error): void => {
        end(false);
        reject(error);
      };
      const cancel = (): void => fail(new EngineError("cancelled", ""));
      const timer = setTimeout(() => {
        end(false);
        resolve(failure("limit time"));
      }, LONGEST);
      if (signal) signal.addEventListener("abort", cancel);
      current.onmessage = ({ data }: MessageEvent<Answer>) => {
        if ("error" in data) return fail(new Error(data.error));
        end(!data.broken);
        resolve(data.geometry);
      };
      current.onerror = (event) => fail(new Error(event.message || "PDF"));
      current.postMessage({ pdf: bytes });
    });
  let before: Promise<unknown> = Promise.resolve();
  return (bytes, signal) => {
    const now = before.then(() => {
      if (signal && signal.aborted) throw new EngineError("cancelled", "");
      return read(bytes, signal);
    });
    before = now.catch(() => undefined);
    return now;
  };
}

// Whether the PDF part is a file beside the page, and not on its site.
export function pdfIsBeside(): boolean {
  const element = document.getElementById("core");
  return !!element && !!element.dataset.pdfScript;
}

let reader: Promise<ReadPdf | null> | null = null;

// Null where the page has no PDF part; the core then says so in its own words.
export function loadPdfReader(): Promise<ReadPdf | null> {
  const element = document.getElementById("core");
  const { pdfWorker, pdfWasm, pdfScript } = element ? element.dataset : ({} as DOMStringMap);
  if (!reader) {
    const part = pdfWorker && pdfWasm ? fetchPart(pdfWorker, pdfWasm) : pdfScript ? scriptPart(pdfScript) : null;
    reader = part ? part.then(readerOf, () => null) : Promise.resolve(null);
    // Missing now is not missing for ever: the next PDF asks again.
    reader.then((found) => {
      if (!found) reader = null;
    });
  }
  return reader;
}
