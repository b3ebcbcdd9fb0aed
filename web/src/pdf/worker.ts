// The PDF part's worker: started with PDFium's bytes, then one PDF a message: to be read; with comments, to
// be copied with them; with the number of a page, to be drawn. Every message is answered; `broken` says that
// this worker can read no more.
import { type WrappedPdfiumModule, init } from "@embedpdf/pdfium";
import type { PageRemark } from "../products";
import { annotate } from "./annotate";
import { type MemoryBound, boundMemory, extract } from "./extract";
import { failure } from "./geometry";
import { type Picture, pagePicture } from "./picture";

export type Ask =
  | { pdf: Uint8Array }
  | { pdf: Uint8Array; page: number }
  | { pdf: Uint8Array; remarks: readonly PageRemark[]; date: string };
type Message = { wasm: ArrayBuffer } | Ask;
export type Answer =
  | { geometry: Uint8Array; broken?: true }
  | { copy: Uint8Array | null; broken?: true }
  | { picture: Picture }
  | { error: string };
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

function answer(here: Started, ask: Ask): Answer {
  if ("remarks" in ask) return copy(here, ask.pdf, ask.remarks, ask.date);
  if ("page" in ask) return { picture: pagePicture(here.pdfium, ask.pdf, ask.page) };
  return read(here, ask.pdf);
}

let started: Promise<Started> | null = null;

self.onmessage = ({ data }) => {
  if ("wasm" in data) {
    started = start(data.wasm);
    return;
  }
  (started || Promise.reject(new Error("not started")))
    .then((pdfium) => {
      const reply = answer(pdfium, data);
      const made =
        "geometry" in reply
          ? reply.geometry
          : "picture" in reply
            ? reply.picture.rgba
            : "copy" in reply
              ? reply.copy
              : null;
      self.postMessage(reply, made ? [made.buffer] : []);
    })
    .catch((error: unknown) => self.postMessage({ error: String(error) }));
};
