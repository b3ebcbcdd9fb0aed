// Pages that are pictures: offered to be read, read one after the other, and their numbers confirmed by a
// person. What was read takes the place of the file's own geometry, so that the check is the usual one.
import { EngineError } from "../launch";
import { loadPdfReader, pdfReaderFor } from "../pdf/reader";
import type { Picture } from "../pdf/picture";
import type { Result } from "../result";
import type { Service } from "../service";
import type { Source } from "../source";
import type { MessageKey } from "../strings";
import type { Topics } from "../topics";
import { loadOcrPart, type OcrPart } from "./part";
import { Recogniser } from "./recogniser";
import type { ReadDocument, ShownNumber } from "./worker";

export const MOST_PAGES = 20;

export interface NumberRow extends ShownNumber {
  page: number;
  said: string | null; // by a person
  cell: string | null; // id of the cell that it stands in
}

export interface PictureProgress {
  page: number; // from 1
  pages: number;
  share: number; // of this page
  left: number | null; // seconds, when they can be told
}

async function pixels(bytes: Uint8Array): Promise<Picture> {
  const image = await createImageBitmap(new Blob([bytes as Uint8Array<ArrayBuffer>]));
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width, image.height];
  const context = canvas.getContext("2d")!;
  context.fillStyle = "#fff";
  context.fillRect(0, 0, image.width, image.height);
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  return { width: image.width, height: image.height, rgba: new Uint8Array(data.buffer) };
}

export class Pictures {
  progress: PictureProgress | null = null;
  failure: MessageKey | null = null;
  rows: NumberRow[] = [];
  source: Source | null = null; // whose pictures were read, or are being read
  private part: OcrPart | null = null;
  private recogniser: Recogniser | null = null;
  private turn = new AbortController();

  constructor(
    private readonly service: Service,
    private readonly topics: Topics,
    private readonly check: () => void,
  ) {}

  // Whether something in this result could be read by the recogniser.
  offered(source: Source | null, result: Result | null): boolean {
    if (!source || !result || source.kind !== "file" || source === this.source) return false;
    return result.problems.some(
      ({ code }) => code === "scan" || code === "image" || code === "table-is-image",
    );
  }

  // The user waits for it.
  async read(source: Source): Promise<void> {
    this.forget();
    this.source = source;
    this.turn = new AbortController();
    const { signal } = this.turn;
    this.tell({ page: 1, pages: 1, share: 0, left: null });
    try {
      const failure = await this.readAll(source, signal);
      if (signal.aborted) return;
      this.failure = failure;
      if (failure) this.source = null;
    } catch (error) {
      if (signal.aborted || (error instanceof EngineError && error.kind === "cancelled")) return;
      this.failure = "ocrFailed";
      this.source = null;
    }
    this.tell(null);
    if (!this.failure) this.check();
  }

  cancel(): void {
    this.forget();
    this.tell(null);
  }

  // Another report is on the page.
  forget(): void {
    this.turn.abort();
    if (this.recogniser) this.recogniser.end();
    this.recogniser = null;
    if (this.source) this.service.replaceInput(this.source, null);
    this.source = null;
    this.failure = null;
    this.rows = [];
    this.progress = null;
    this.topics.emit("pictures");
  }

  private async readAll(source: Source, signal: AbortSignal): Promise<MessageKey | null> {
    const bytes = source.bytes as Uint8Array;
    if (!this.part) {
      const part = await loadOcrPart();
      if (typeof part === "string") return part;
      this.part = part;
    }
    const recogniser = (this.recogniser = new Recogniser(this.part));
    const geometryOf = await pdfReaderFor(bytes);
    const geometry = geometryOf && (await geometryOf(bytes, signal));
    const pages = (await recogniser.ask({ kind: "begin", bytes: geometry || bytes }, signal)).pages!;
    if (!pages.length) return "ocrNothing";
    if (pages.length > MOST_PAGES) return "ocrTooMany";
    const pdf = geometryOf && (await loadPdfReader());
    const begun = Date.now();
    const rows: NumberRow[] = [];
    for (const [i, { page, file }] of pages.entries()) {
      const picture =
        pdf && typeof pdf !== "string" ? await pdf.picture(bytes, page, signal) : await pixels(file || bytes);
      const progress = (share: number): void => {
        const done = (i + share) / pages.length;
        const left = done > 0.05 ? ((Date.now() - begun) / 1000) * (1 / done - 1) : null;
        this.tell({ page: i + 1, pages: pages.length, share, left });
      };
      progress(0);
      const { numbers } = await recogniser.ask({ kind: "page", page, picture }, signal, progress);
      rows.push(...numbers!.map((number) => ({ ...number, page, said: null, cell: null })));
    }
    this.rows = rows;
    this.take((await recogniser.ask({ kind: "document" }, signal)).document!);
    return null;
  }

  // A person says what stands there.
  async confirm(rows: readonly NumberRow[]): Promise<void> {
    const { recogniser, source } = this;
    if (!recogniser || !source) return;
    this.topics.emit("pictures");
    const said = rows.map(
      ({ page, crop, said: text }) => [page, crop, text || ""] as [number, number, string],
    );
    const { document } = await recogniser.ask({ kind: "confirm", said });
    if (source !== this.source) return;
    this.take(document!);
    this.check();
  }

  private places: number[] = [];

  private take({ geometry, numbers }: ReadDocument): void {
    this.places = numbers;
    this.service.replaceInput(this.source!, { bytes: geometry, pdf: true });
  }

  // Which cell each number stands in, once the result of what was read is there.
  locate(result: Result): void {
    const glyphs = result.layout.glyphs;
    if (!this.rows.length || !glyphs || !result.report) return;
    const cells = new Map<number, string>();
    for (const [id, cell] of Object.entries(result.report.cells)) {
      const source = sourceOf(glyphs, cell.range);
      if (source !== null) cells.set(source, id);
    }
    for (let i = 0; i < this.places.length; i += 3) {
      const row = this.rows.find((r) => r.page === this.places[i] && r.crop === this.places[i + 1]);
      if (row) row.cell = cells.get(this.places[i + 2]!) || null;
    }
  }

  private tell(progress: PictureProgress | null): void {
    this.progress = progress;
    this.topics.emit("pictures");
  }
}

// The number of the character at the begin of a range; null for an empty one. `glyphs`: flat, place in the
// text and number.
function sourceOf(glyphs: readonly number[], range: readonly [number, number]): number | null {
  if (range[0] === range[1]) return null;
  let [low, high] = [0, glyphs.length / 2];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (glyphs[2 * middle]! <= range[0]) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? null : glyphs[2 * low - 1]! + (range[0] - glyphs[2 * low - 2]!);
}
