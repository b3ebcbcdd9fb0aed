// The PDF part's worker: started with PDFium's bytes, then one PDF a message, with the comments where a copy is wanted. Every
// message is answered; `broken` says that this worker can read no more.
import { type WrappedPdfiumModule, init } from "@embedpdf/pdfium";
import { type PageRemark, annotate } from "./annotate";
import { type MemoryBound, boundMemory, extract } from "./extract";
import { failure } from "./geometry";

export type Ask = { pdf: Uint8Array } | { pdf: Uint8Array; remarks: readonly PageRemark[]; date: string };
type Message = { wasm: ArrayBuffer } | Ask;
export type Answer =
  { geometry: Uint8Array; broken?: true } | { copy: Uint8Array | null; broken?: true } | { error: string };
declare const self: {
  onmessage: ((event: MessageEvent<Message>) => void) | null;
  postMessage(message: Answer, transfer?: Transferable[]): void;
};

interface Started {
  pdfium: WrappedPdfiumModule;
  memory: MemoryBound;
}

async function start(wasm: ArrayBuffer): Promise<Started> {
  const pdfium = await init({ wasmBinary: wasm });
  const memory = boundMemory(pdfium);
  pdfium.PDFiumExt_Init();
  return { pdfium, memory };
}

// A PDF that PDFium breaks on is too much for its memory, or damaged.
function read({ pdfium, memory }: Started, pdf: Uint8Array): Answer {
  try {
    return { geometry: extract(pdfium, pdf) };
  } catch {
    return { geometry: failure(memory.reached ? "limit memory" : "damaged"), broken: true };
  }
}

function copy({ pdfium }: Started, pdf: Uint8Array, remarks: readonly PageRemark[], date: string): Answer {
  try {
    return { copy: annotate(pdfium, pdf, remarks, date) };
  } catch {
    return { copy: null, broken: true };
  }
}

let started: Promise<Started> | null = null;

self.onmessage = ({ data }) => {
  if ("wasm" in data) {
    started = start(data.wasm);
    return;
  }
  (started || Promise.reject(new Error("not started"))).then(
    (pdfium) => {
      const answer = "remarks" in data ? copy(pdfium, data.pdf, data.remarks, data.date) : read(pdfium, data.pdf);
      const made = "geometry" in answer ? answer.geometry : "copy" in answer ? answer.copy : null;
      self.postMessage(answer, made ? [made.buffer] : []);
    },
    (error: unknown) => self.postMessage({ error: String(error) }),
  );
};
