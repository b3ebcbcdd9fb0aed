// What "nianbao/pdf" is made of, for Node and for browsers alike: the page's PDF worker, started with the
// WebAssembly of
// @embedpdf/pdfium, which is installed by whoever wants it.
import { size, version } from "nianbao-pdfium";
import { type PdfWorker, readerOf } from "../web/src/pdf/reading.js";
import type { PdfPart } from "./index.js";

const NOT_FOUND = {
  zh: `没有找到 @embedpdf/pdfium ${version} 的 pdfium.wasm，无法打开 PDF。请运行 npm install @embedpdf/pdfium@${version}；在浏览器里用 pdfPart({ wasm: 地址 }) 给出它的地址。`,
  en: `pdfium.wasm of @embedpdf/pdfium ${version} was not found, so no PDF can be opened. Please run npm install @embedpdf/pdfium@${version}; in a browser, give its address by pdfPart({ wasm: address }).`,
};

/** `load`: the WebAssembly, or a rejection; `start`: a worker that has it. */
export function partOf(load: () => Promise<ArrayBuffer>, start: (wasm: ArrayBuffer) => PdfWorker): PdfPart {
  let loading: Promise<ArrayBuffer> | null = null;
  let wasm: ArrayBuffer | null = null;
  const reader = readerOf(() => start(wasm!));
  return {
    async missing() {
      if (!loading) loading = load();
      try {
        wasm = await loading;
      } catch {
        loading = null; // perhaps it is there the next time
        return NOT_FOUND;
      }
      return wasm.byteLength === size ? null : NOT_FOUND; // the worker's script fits these bytes alone
    },
    read: (bytes) => reader.read(bytes),
    annotated: (bytes, remarks, date) => reader.annotated(bytes, remarks, date),
  };
}
