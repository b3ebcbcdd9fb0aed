// The PDF part's worker: started with PDFium's bytes, then one PDF a message. Every message is answered; `broken` says that this
// worker can read no more.
import { type WrappedPdfiumModule, init } from "@embedpdf/pdfium";
import { type MemoryBound, boundMemory, extract } from "./extract";
import { failure } from "./geometry";

type Message = { wasm: ArrayBuffer } | { pdf: Uint8Array };
export type Answer = { geometry: Uint8Array; broken?: true } | { error: string };
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

let started: Promise<Started> | null = null;

self.onmessage = ({ data }) => {
  if ("wasm" in data) {
    started = start(data.wasm);
    return;
  }
  (started || Promise.reject(new Error("not started"))).then(
    (pdfium) => {
      const answer = read(pdfium, data.pdf);
      self.postMessage(answer, "geometry" in answer ? [answer.geometry.buffer] : []);
    },
    (error: unknown) => self.postMessage({ error: String(error) }),
  );
};
