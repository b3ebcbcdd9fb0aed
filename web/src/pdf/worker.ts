// The PDF part's worker: started with PDFium's bytes, then one PDF a message. Every message is answered.
import { type WrappedPdfiumModule, init } from "@embedpdf/pdfium";
import { extract } from "./extract";

type Message = { wasm: ArrayBuffer } | { id: number; pdf: Uint8Array };
declare const self: {
  onmessage: ((event: MessageEvent<Message>) => void) | null;
  postMessage(message: { id: number; geometry?: Uint8Array; error?: string }): void;
};

let pdfium: Promise<WrappedPdfiumModule> | null = null;

async function start(wasm: ArrayBuffer): Promise<WrappedPdfiumModule> {
  const module = await init({ wasmBinary: wasm });
  module.PDFiumExt_Init();
  return module;
}

self.onmessage = ({ data }) => {
  if ("wasm" in data) {
    pdfium = start(data.wasm);
    return;
  }
  (pdfium || Promise.reject(new Error("not started")))
    .then((module) => self.postMessage({ id: data.id, geometry: new TextEncoder().encode(extract(module, data.pdf)) }))
    .catch((error: unknown) => self.postMessage({ id: data.id, error: String(error) }));
};
