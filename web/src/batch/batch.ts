// Many reports checked by several workers. A worker has one file at a time; of every report only a row is
// kept, so the memory in use does not grow with the size of the files. First every file by itself, in order;
// then what the reports have to do with each other is found from their digests; then those whose last year's
// report is among them are checked once more, against it.
import { type Engine, EngineError } from "../engine";
import { pdfReaderFor } from "../pdf/reader";
import type { Bytes, Checking, CheckOptions, Digest, Relation } from "../protocol";
import type { MarksFile } from "../marks";
import { type Given, Refused } from "./given";
import { Row } from "./row";

const MOST_WORKERS = 8;
const TELL_EVERY = 100; // ms
export type Phase = "reading" | "relating" | "comparing" | "exporting" | "done" | "cancelled" | "unavailable";

export interface Host {
  makeEngine(): Engine;
  options(name: string): CheckOptions;
  marks(row: Row): MarksFile | null; // findings of the report that were called no problem
  cells(): Promise<string[]>; // ids wanted of every report
  // Who has handed in: told first, as some reports are then held against no others.
  hand(batch: Batch): Promise<boolean[]>;
  relate(reports: (Digest | null)[], leftOut: boolean[]): Promise<(Relation | null)[]>;
  workers: number;
}

export const workersHere = (): number =>
  Math.max(1, Math.min(MOST_WORKERS, navigator.hardwareConcurrency || 1));

interface Input {
  bytes: Uint8Array;
  options: CheckOptions;
  file?: Bytes; // a PDF itself, where the bytes are its geometry
}

// What is asked of a report, and the files that its bytes were made of.
export interface Work extends Checking {
  file?: Bytes;
  previousFile?: Bytes;
}
type Act = (row: Row, engine: Engine, request: Work) => Promise<void>;

class Gone extends Error {}

export class Batch {
  rows: readonly Row[];
  skipped: readonly string[];
  phase: Phase = "reading";
  done = 0; // of `total`, in this phase
  total: number;
  parent: Row | null = null;

  private listener: (changed: readonly Row[]) => void = () => undefined;
  private readonly changed = new Set<Row>();
  private stop = new AbortController();
  private cells: string[] = [];

  constructor(
    given: Given,
    private readonly host: Host,
  ) {
    this.rows = given.files.map((file, index) => new Row(index, file));
    this.skipped = given.skipped;
    this.total = this.rows.length;
  }

  // Called with the rows that changed, none when only the progress did; some time after the change, many at
  // once.
  listen(listener: (changed: readonly Row[]) => void): void {
    this.listener = listener;
  }

  get running(): boolean {
    return this.phase !== "done" && this.phase !== "cancelled" && this.phase !== "unavailable";
  }

  // Goes on where it was cancelled.
  async start(): Promise<void> {
    this.stop = new AbortController();
    const { signal } = this.stop;
    this.enter("reading", this.rows.length);
    try {
      this.cells = await this.host.cells();
    } catch {
      return this.cancel("unavailable");
    }
    const left = this.rows.filter((row) => row.state === "waiting");
    this.done = this.total - left.length;
    await this.each(left, signal);
    if (signal.aborted) return;
    this.takePlaces();
    this.enter("relating", this.rows.length, this.rows.length);
    if (!(await this.relate()) || signal.aborted) return;
    const pairs = this.rows.filter(
      (row) => !row.file.missing && (row.previous || (row.survey && this.host.marks(row))),
    );
    this.enter("comparing", pairs.length);
    await this.each(pairs, signal);
    if (signal.aborted) return;
    if (pairs.length) await this.host.hand(this).catch(() => undefined); // their findings count in it
    this.enter("done", this.rows.length, this.rows.length);
  }

  // More files: they stand last, and are checked with the others that wait. One that is there already takes
  // its place.
  add(given: Given): void {
    const rows = this.rows.slice();
    for (const file of given.files) {
      const at = rows.findIndex((row) => row.file.path === file.path);
      const row = new Row(at < 0 ? rows.length : at, file);
      if (at >= 0) row.succeed(rows[at]!);
      rows[row.index] = row;
      if (this.parent && this.parent.index === row.index) this.parent = row;
      this.changed.add(row);
    }
    this.rows = rows;
    this.skipped = this.skipped.concat(given.skipped);
    if (this.running) this.cancel();
    void this.start();
  }

  cancel(phase: "cancelled" | "unavailable" | "done" = "cancelled"): void {
    if (!this.running) return;
    if (this.phase === "exporting") phase = "done"; // nothing of the list is lost
    this.stop.abort();
    for (const row of this.rows) if (row.state === "checking") this.set(row, row.survey ? "done" : "waiting");
    this.enter(phase, this.total, this.done);
  }

  // Rows of a work list that was opened, which wait for their files.
  restore(rows: readonly Row[], parent: Row | null): void {
    this.rows = rows;
    this.parent = parent;
    this.total = rows.length;
  }

  // A file that came under another name takes the place of the listed report that waits for it: the same
  // file, or else the only one of its body and year.
  private takePlaces(): void {
    const gone = new Set<Row>();
    const waiting = this.rows.filter((row) => row.file.missing);
    const place = (row: Row, same: (other: Row) => boolean): void => {
      const [own, second] = waiting.filter((other) => other.file.missing && same(other));
      if (!own || second || gone.has(row)) return;
      own.before = own.survey;
      own.survey = row.survey;
      own.file = row.file;
      if (this.parent === row) this.parent = own;
      gone.add(row);
      this.changed.add(own);
    };
    const fresh = waiting.length ? this.rows.filter((row) => row.survey && !row.file.missing) : [];
    for (const row of fresh) place(row, ({ survey }) => survey!.sha256 === row.survey!.sha256);
    for (const row of fresh) {
      const { agency, year } = row.survey!;
      if (agency && year) place(row, ({ survey }) => survey!.agency === agency && survey!.year === year);
    }
    if (!gone.size) return;
    this.rows = this.rows.filter((row) => !gone.has(row));
    this.rows.forEach((row, i) => (row.index = i));
  }

  // The report that adds up the others, where a person said so.
  async chooseParent(row: Row | null): Promise<void> {
    this.parent = row;
    await this.regroup();
  }

  // What was said of the bodies has changed.
  async regroup(): Promise<void> {
    if (this.phase === "done") await this.relate();
  }

  private async relate(): Promise<boolean> {
    const reports = this.rows.map((row) => row.survey && row.survey.digest);
    let found: (Relation | null)[];
    try {
      found = await this.host.relate(reports, await this.host.hand(this));
    } catch {
      this.cancel("unavailable");
      return false;
    }
    this.rows.forEach((row, i) => {
      row.relations = found[i] || null;
      const previous = row.relations && row.relations.previous;
      row.previous = (previous !== null && this.rows[previous]) || null;
      this.changed.add(row);
    });
    this.tell();
    return true;
  }

  private enter(phase: Phase, total: number, done = 0): void {
    this.phase = phase;
    this.total = total;
    this.done = done;
    this.tell();
  }

  private async each(rows: readonly Row[], signal: AbortSignal, act: Act = this.survey): Promise<void> {
    let next = 0;
    const work = async (): Promise<void> => {
      const engine = this.host.makeEngine();
      const end = (): void => engine.end();
      signal.addEventListener("abort", end);
      while (next < rows.length && !signal.aborted) await this.one(rows[next++]!, engine, signal, act);
      end();
    };
    await Promise.all(Array.from({ length: Math.min(this.host.workers, rows.length) }, work));
  }

  private async one(row: Row, engine: Engine, signal: AbortSignal, act: Act): Promise<void> {
    this.set(row, "checking");
    try {
      const request = await this.request(row);
      if (signal.aborted) return;
      await act(row, engine, request);
      row.failure = null;
      this.finish(row, "done");
    } catch (error) {
      if (!signal.aborted) this.refuse(row, error);
    }
  }

  private readonly survey: Act = async (row, engine, request) => {
    row.survey = await engine.ask("survey", { ...request, cells: this.cells });
  };

  // What was called no problem in a report has changed.
  async once(row: Row): Promise<void> {
    if (this.phase !== "done" || !row.survey || row.file.missing) return;
    await this.each([row], this.stop.signal);
    this.done = this.rows.length;
    this.tell();
  }

  // Every report that was read and is here is checked once more, together with those it is related to. False
  // when it was cancelled.
  async again(act: Act): Promise<boolean> {
    this.stop = new AbortController();
    const { signal } = this.stop;
    const rows = this.rows.filter((row) => row.survey && !row.file.missing);
    this.enter("exporting", rows.length);
    await this.each(rows, signal, (row, engine, request) =>
      act(row, engine, { ...request, options: { ...request.options, ...this.together(row) } }),
    );
    if (!signal.aborted) this.enter("done", this.rows.length, this.rows.length);
    return !signal.aborted;
  }

  // What a check of this report has to know of the others, so that it finds what the list says.
  together(row: Row): Partial<CheckOptions> {
    const own = row.survey && row.survey.digest;
    if (!row.relations || !row.relations.related.length || !own) return {};
    return { together: [own, ...row.relations.related.map((i) => this.rows[i]!.survey!.digest!)] };
  }

  private refuse(row: Row, error: unknown): void {
    if (error instanceof EngineError && error.kind === "unavailable") return this.cancel("unavailable");
    if (error instanceof Refused) row.failure = { words: error.message };
    else row.failure = error instanceof Gone ? "gone" : "crashed";
    row.survey = null;
    this.finish(row, "failed");
  }

  private finish(row: Row, state: "done" | "failed"): void {
    this.done++;
    this.set(row, state);
  }

  private async request(row: Row): Promise<Work> {
    const input = await this.input(row);
    const marks = row.survey && this.host.marks(row);
    if (marks) input.options = { ...input.options, dismissals: marks };
    if (!row.previous || row.previous.file.missing) return input;
    const previous = await this.input(row.previous);
    return { ...input, previous: previous.bytes, previousFile: previous.file };
  }

  // The bytes as the core takes them: of a PDF, what its own reader makes of it.
  private async input({ file }: Row): Promise<Input> {
    const bytes = await file.read().catch((error: unknown) => {
      throw error instanceof Refused || error instanceof EngineError ? error : new Gone();
    });
    const options = this.host.options(file.path);
    const reader = await pdfReaderFor(bytes);
    if (!reader) return { bytes, options };
    const geometry = await reader(bytes, this.stop.signal);
    return {
      bytes: geometry,
      options: { ...options, sourceFormat: "pdf", sourceBytes: bytes.length },
      file: bytes,
    };
  }

  private set(row: Row, state: Row["state"]): void {
    row.state = state;
    this.changed.add(row);
    this.tell();
  }

  private telling = 0;
  private tell(): void {
    if (this.telling) return;
    this.telling = window.setTimeout(() => {
      this.telling = 0;
      const changed = Array.from(this.changed);
      this.changed.clear();
      this.listener(changed);
    }, TELL_EVERY);
  }
}
