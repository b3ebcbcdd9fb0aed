// "nianbao/pdf" for Node: PDFium in a worker thread, which ends where a PDF takes too long. What it exports
// is said in pdf.ts.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import script from "nianbao-pdf-worker";
import type { PdfWorker } from "../web/src/pdf/reading.js";
import type { PdfPart } from "./index.js";
import { asBytes, type PdfOptions } from "./pdf_options.js";
import { partOf } from "./pdf_part.js";

export type { PdfOptions, PdfPart };

// The script is a browser's. It is given what it asks of one, and nothing by which it could tell that it is
// in Node. What PDFium prints about a file is told by the result.
const inThread = `"use strict";
const { parentPort } = require("node:worker_threads");
const self = { onmessage: null, postMessage: (message, transfer) => parentPort.postMessage(message, transfer) };
parentPort.on("message", (data) => self.onmessage({ data }));
const silent = { log() {}, warn() {}, error() {} };
(function (console, process, require, module, exports) {
${script}
})(silent);`;

// As a browser's worker. It keeps the program from ending only while it is asked something.
class Thread {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  private readonly worker = new Worker(inThread, { eval: true, name: "nianbao/pdf" });

  constructor(wasm: ArrayBuffer) {
    this.worker.postMessage({ wasm });
    this.worker.on("message", (data) => {
      this.worker.unref();
      if (this.onmessage) this.onmessage({ data });
    });
    this.worker.on("error", ({ message }) => this.onerror && this.onerror({ message }));
    this.worker.unref();
  }

  postMessage(message: unknown): void {
    this.worker.ref();
    this.worker.postMessage(message);
  }

  terminate(): void {
    void this.worker.terminate();
  }
}

const installed = (): string => createRequire(import.meta.url).resolve("@embedpdf/pdfium/pdfium.wasm");

async function load(wasm: PdfOptions["wasm"]): Promise<ArrayBuffer> {
  if (wasm instanceof ArrayBuffer || wasm instanceof Uint8Array) return asBytes(wasm);
  if (wasm === undefined) return asBytes(await readFile(installed()));
  return asBytes(await readFile(typeof wasm === "string" ? wasm : new URL(wasm.href)));
}

export function pdfPart(options: PdfOptions = {}): PdfPart {
  return partOf(
    () => load(options.wasm),
    (wasm) => new Thread(wasm) as unknown as PdfWorker,
  );
}

export const pdf: PdfPart = pdfPart();
