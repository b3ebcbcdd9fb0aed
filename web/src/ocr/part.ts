// The recogniser's part: loaded only when a person wants pictures read. On a site its files lie beside the
// page; the single file has it in a style sheet beside it, as the PDF part (pdf/beside.ts).
import { bytesBeside } from "../pdf/beside";
import type { MessageKey } from "../strings";
import type { Parts } from "./worker";

export interface OcrPart extends Parts {
  worker: string;
}

// A module with one vector instruction, which the model's runtime is made of: Chromium has them from 91 on.
const VECTORS = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98,
  11,
];
export const browserCan = (): boolean => WebAssembly.validate(new Uint8Array(VECTORS));

async function fetched(file: string): Promise<ArrayBuffer> {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return response.arrayBuffer();
}

const textOf = (bytes: ArrayBuffer): string => new TextDecoder().decode(bytes);

function partOf([worker, characters, scan, runtime, model]: ArrayBuffer[]): OcrPart {
  return {
    worker: textOf(worker!),
    characters: textOf(characters!),
    scan: scan!,
    runtime: runtime!,
    model: model!,
  };
}

// The pieces in the order of partOf, each after its length in four bytes.
function pieces(bytes: Uint8Array): ArrayBuffer[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const out: ArrayBuffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const begin = at + 4;
    at = begin + view.getUint32(at, true);
    out.push(bytes.slice(begin, at).buffer as ArrayBuffer);
  }
  return out;
}

// Or the sentence that says why pictures cannot be read.
export async function loadOcrPart(): Promise<OcrPart | MessageKey> {
  if (!browserCan()) return "ocrTooOld";
  const { ocrFiles, ocrBeside, ocrHash } = (document.getElementById("core") as HTMLElement).dataset;
  if (ocrBeside && ocrHash) {
    const bytes = await bytesBeside(ocrBeside, ocrHash);
    return bytes === "absent" ? "ocrNotBeside" : bytes === "foreign" ? "ocrForeign" : partOf(pieces(bytes));
  }
  try {
    return partOf(await Promise.all((ocrFiles || "").split(" ").map(fetched)));
  } catch {
    return "ocrNotLoaded";
  }
}
