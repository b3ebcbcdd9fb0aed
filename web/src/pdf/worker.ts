// The PDF part's worker: started with PDFium's bytes, then one PDF a message, with the number of a page where that page is
// wanted as a picture. Every message is answered; `broken` says that this
// worker can read no more.
import { type WrappedPdfiumModule, init } from "@embedpdf/pdfium";
import { type MemoryBound, boundMemory, extract } from "./extract";
import { failure } from "./geometry";
import { type Picture, pagePicture } from "./picture";

type Message = { wasm: ArrayBuffer } | { pdf: Uint8Array; page?: number };
export type Answer = { geometry: Uint8Array; broken?: true } | { picture: Picture } | { error: string };
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
  (started || Promise.reject(new Error("not started")))
    .then((pdfium) => {
      if (data.page !== undefined) {
        const picture = pagePicture(pdfium.pdfium, data.pdf, data.page);
        self.postMessage({ picture }, [picture.rgba.buffer]);
        return;
      }
      const answer = read(pdfium, data.pdf);
      self.postMessage(answer, "geometry" in answer ? [answer.geometry.buffer] : []);
    })
    .catch((error: unknown) => self.postMessage({ error: String(error) }));
};
