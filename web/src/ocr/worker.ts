// The recogniser's worker: started with its data, then one document. What is cut out of a picture (core/scan)
// goes through the model, and what comes of it back; the rest of the page hears of it by plain values.
import * as ort from "onnxruntime-web/wasm";
import { alphabet, type Crop, type Reading, Recogniser } from "../../../ocr/recogniser.mjs";
import type { Picture } from "../pdf/picture";

export interface Parts {
  scan: ArrayBuffer; // scan.wasm
  runtime: ArrayBuffer; // onnxruntime's
  model: ArrayBuffer;
  characters: string;
}

// A number that stands in a table of a page, and what stands around it.
export interface ShownNumber {
  crop: number;
  text: string; // empty: not read with certainty
  width: number;
  height: number;
  grey: Uint8Array;
}

export interface ReadDocument {
  geometry: Uint8Array;
  numbers: number[]; // flat: page, crop, the number of its first character among all of the document
}

// A page that is a picture.
export interface PicturePage {
  page: number;
  file: Uint8Array | null; // the picture's own file; null where the document is the picture, or a PDF
}

export type Request =
  | { kind: "start"; parts: Parts }
  | { kind: "begin"; bytes: Uint8Array } // geometry of a PDF, an OFD or a picture
  | { kind: "page"; page: number; picture: Picture }
  | { kind: "confirm"; said: [page: number, crop: number, text: string][] }
  | { kind: "document" };

export type Reply =
  | { kind: "progress"; share: number }
  | { kind: "done"; pages?: PicturePage[]; numbers?: ShownNumber[]; document?: ReadDocument }
  | { kind: "failed"; message: string };

interface Scan {
  begin(bytes: Uint8Array): PicturePage[];
  picture(page: number, rgba: Uint8Array, width: number, height: number): void;
  wanted(): { widths: number[]; bytes: Uint8Array };
  give(readings: string): void;
  numbers(): ShownNumber[];
  confirm(page: number, crop: number, text: string): void;
  document(): ReadDocument;
}

declare const NianbaoScan: (options: { wasmBinary: ArrayBuffer }) => Promise<Scan>;
declare const self: {
  onmessage: ((event: MessageEvent<Request>) => void) | null;
  postMessage(message: Reply): void;
};

const HEIGHT = 48; // of a crop, as core/scan/lines.h has it

interface Started {
  scan: Scan;
  recogniser: Recogniser;
}

async function start({ scan, runtime, model, characters }: Parts): Promise<Started> {
  ort.env.wasm.wasmBinary = runtime;
  ort.env.wasm.numThreads = 1;
  const session = await ort.InferenceSession.create(new Uint8Array(model));
  const cutter = await NianbaoScan({ wasmBinary: scan });
  return { scan: cutter, recogniser: new Recogniser(session, ort.Tensor, alphabet(characters)) };
}

function cropsOf({ widths, bytes }: { widths: number[]; bytes: Uint8Array }): Crop[] {
  let at = 0;
  return widths.map((width) => ({ width, bytes: bytes.subarray(at, (at += width * HEIGHT)) }));
}

const packed = (readings: Reading[]): string =>
  JSON.stringify(readings.map((r) => [r.text, r.certainty, r.number, r.numberCertainty, r.second]));

// Few lines are asked for while the way up is found out; then all of the page.
async function readPage(
  { scan, recogniser }: Started,
  page: number,
  picture: Picture,
): Promise<ShownNumber[]> {
  scan.picture(page, picture.rgba, picture.width, picture.height);
  for (let crops = cropsOf(scan.wanted()); crops.length; crops = cropsOf(scan.wanted())) {
    const tell = (done: number, all: number): void =>
      self.postMessage({ kind: "progress", share: done / all });
    scan.give(packed(await recogniser.read(crops, tell)));
  }
  return scan.numbers();
}

let started: Promise<Started> | null = null;

async function answer(request: Request): Promise<Reply> {
  if (request.kind === "start") {
    started = start(request.parts);
    await started;
    return { kind: "done" };
  }
  const here = await started!;
  const { scan } = here;
  switch (request.kind) {
    case "begin":
      return { kind: "done", pages: scan.begin(request.bytes) };
    case "page":
      return { kind: "done", numbers: await readPage(here, request.page, request.picture) };
    case "confirm":
      for (const [page, crop, text] of request.said) scan.confirm(page, crop, text);
      return { kind: "done", document: scan.document() };
    case "document":
      return { kind: "done", document: scan.document() };
  }
}

self.onmessage = ({ data }) => {
  answer(data).then(
    (reply) => self.postMessage(reply),
    (error: unknown) => self.postMessage({ kind: "failed", message: String(error) }),
  );
};
