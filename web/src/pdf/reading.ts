// Reads PDFs by workers (worker.ts), each within its time: for the page and for the package, which start them
// in ways of their own.
import { EngineError } from "../launch";
import type { PageRemark } from "../products";
import { failure } from "./geometry";
import type { Picture } from "./picture";
import type { Answer, Ask } from "./worker";

// The geometry of a PDF, or in its place what limit it exceeds. Rejects with "cancelled" when the signal says
// so.
export type ReadPdf = (bytes: Uint8Array, signal?: AbortSignal) => Promise<Uint8Array>;
export interface PdfReader {
  read: ReadPdf;
  picture(bytes: Uint8Array, page: number, signal: AbortSignal): Promise<Picture>; // of a page, from 0
  // A copy with these comments; null where it may or can not be written. `date`: 2026-01-15.
  annotated(bytes: Uint8Array, remarks: readonly PageRemark[], date: string): Promise<Uint8Array | null>;
}

// What is asked of a worker that has its WebAssembly.
export type PdfWorker = Pick<Worker, "postMessage" | "terminate" | "onmessage" | "onerror">;

export interface PdfPart {
  worker: string;
  wasm: ArrayBuffer;
}

export function workerOf(part: PdfPart): Worker {
  const url = URL.createObjectURL(new Blob([part.worker], { type: "text/javascript" }));
  const started = new Worker(url);
  URL.revokeObjectURL(url);
  started.postMessage({ wasm: part.wasm });
  return started;
}

const LONGEST = 30_000; // milliseconds; the worker itself stops earlier where PDFium lets it

// One PDF after the other. A PDF that breaks the reader, takes too long or is cancelled ends its worker; the
// next PDF gets a new one.
export function readerOf(begin: () => PdfWorker): PdfReader {
  let worker: PdfWorker | null = null;
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
