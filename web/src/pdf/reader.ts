// The PDF part is loaded only when a PDF is given. It turns a PDF into positioned text and ruling lines
// (core/input/pdf_geometry.h); tables are made of them by the core, so that page and command line agree.
//
// On a site its worker and its WebAssembly are two files beside the page, see beside.ts for the single file.
import { EngineError } from "../launch";
import { isPdf } from "../source";
import type { MessageKey } from "../strings";
import type { PageRemark } from "./annotate";
import { fileBeside } from "./beside";
import { failure } from "./geometry";
import type { Picture } from "./picture";
import type { Answer, Ask } from "./worker";

// The geometry of a PDF, or in its place what limit it exceeds. Rejects with "cancelled" when the signal says so.
export type ReadPdf = (bytes: Uint8Array, signal?: AbortSignal) => Promise<Uint8Array>;
interface PdfReader {
  read: ReadPdf;
  picture(bytes: Uint8Array, page: number, signal: AbortSignal): Promise<Picture>; // of a page, from 0
  // A copy with these comments; null where it may or can not be written. `date`: 2026-01-15.
  annotated(bytes: Uint8Array, remarks: readonly PageRemark[], date: string): Promise<Uint8Array | null>;
}

const LONGEST = 30_000; // milliseconds; the worker itself stops earlier where PDFium lets it

export interface PdfPart {
  worker: string;
  wasm: ArrayBuffer;
}

async function fetchPart(worker: string, wasm: string): Promise<PdfPart> {
  const [code, bytes] = await Promise.all([fetch(worker), fetch(wasm)]);
  if (!code.ok || !bytes.ok) throw new Error(`${worker}: ${code.status}, ${wasm}: ${bytes.status}`);
  return { worker: await code.text(), wasm: await bytes.arrayBuffer() };
}

// One PDF after the other. A PDF that breaks the reader, takes too long or is cancelled ends its worker; the next PDF gets a
// new one.
function readerOf(part: PdfPart): PdfReader {
  let worker: Worker | null = null;
  const begin = (): Worker => {
    const url = URL.createObjectURL(new Blob([part.worker], { type: "text/javascript" }));
    const started = new Worker(url);
    URL.revokeObjectURL(url);
    started.postMessage({ wasm: part.wasm });
    return started;
  };
  const ask = (message: Ask, signal?: AbortSignal): Promise<Exclude<Answer, { error: string }>> =>
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
        resolve({ geometry: failure("limit time") });
      }, LONGEST);
      if (signal) signal.addEventListener("abort", cancel);
      current.onmessage = ({ data }: MessageEvent<Answer>) => {
        if ("error" in data) return fail(new Error(data.error));
        end(!("broken" in data));
        resolve(data);
      };
      current.onerror = (event) => fail(new Error(event.message || "PDF"));
      current.postMessage(message);
    });
  let before: Promise<unknown> = Promise.resolve();
  const inTurn: typeof ask = (message, signal) => {
    const now = before.then(() => {
      if (signal && signal.aborted) throw new EngineError("cancelled", "");
      return ask(message, signal);
    });
    before = now.catch(() => undefined);
    return now;
  };
  return {
    async read(bytes, signal) {
      const answer = await inTurn({ pdf: bytes }, signal);
      return "geometry" in answer ? answer.geometry : failure("damaged");
    },
    async picture(bytes, page, signal) {
      const answer = await inTurn({ pdf: bytes, page }, signal);
      if (!("picture" in answer)) throw new Error("PDF");
      return answer.picture;
    },
    async annotated(bytes, remarks, date) {
      const answer = await inTurn({ pdf: bytes, remarks, date });
      return "copy" in answer ? answer.copy : null;
    },
  };
}

let reader: Promise<PdfReader | MessageKey> | null = null;

function load({ pdfWorker, pdfWasm, pdfBeside, pdfHash }: DOMStringMap): Promise<PdfReader | MessageKey> {
  if (pdfBeside && pdfHash)
    return fileBeside(pdfBeside, pdfHash).then((part) => (typeof part === "string" ? part : readerOf(part)));
  const part = pdfWorker && pdfWasm ? fetchPart(pdfWorker, pdfWasm) : Promise.reject(new Error("no PDF part"));
  return part.then(readerOf, (): MessageKey => "pdfNotLoaded");
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

// For a PDF; null for everything else, and where there is no PDF part: the core then says so in its own words.
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
