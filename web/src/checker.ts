// Checks of what the session holds: one at a time, the latest wins.
import type { Edit } from "./edits";
import { EngineError } from "./engine";
import { Labels } from "./labels";
import { type Marks, reportName } from "./marks";
import { annotatedPdf } from "./pdf/reader";
import type { PageRemark, ProductKind } from "./products";
import type { CheckOptions, CopiesOf, Product } from "./protocol";
import type { Result } from "./result";
import type { Input, Service } from "./service";
import type { Session } from "./session";
import type { Source } from "./source";
import { type MessageKey, t } from "./strings";
import type { Topics } from "./topics";

const RESTART_AFTER = 400; // ms: a check that runs longer than this is not waited for when it is outdated
const SHOW_WAIT_AFTER = 150; // ms
const WITH_CORRECTIONS: readonly ProductKind[] = ["corrected", "annotated", "remarks.json"];

// One run: what it is about, and the token that ends it.
class Run {
  readonly token = new AbortController();
  readonly since = Date.now();

  constructor(
    readonly source: Source,
    readonly edits: readonly Edit[],
  ) {}
}

export interface Checked {
  source: Source;
  edits: readonly Edit[]; // that are in the result
}

export class Checker {
  result: Result | null = null;
  checked: Checked | null = null; // what `result` is about
  labels: Labels | null = null;
  other: Result | null = null; // of the other draft
  busy: string | null = null; // name of what has been waited for too long
  notice: MessageKey | null = null;

  private readonly originals = new WeakMap<Source, string>(); // texts without edits
  private report = ""; // name of the report by which its marks are kept, as of the last answer
  private run: Run | null = null;
  private wanted = false; // once more, after this run
  private busyTimer = 0;

  // `answered`: with a new result, or with null when there will be none; neither is told of yet.
  constructor(
    private readonly session: Session,
    private readonly service: Service,
    private readonly topics: Topics,
    private readonly marks: Marks,
    private readonly answered: (result: Result | null) => void,
  ) {}

  again(): void {
    if (!this.session.source) return;
    this.wanted = true;
    if (!this.run) void this.work();
    else if (Date.now() - this.run.since > RESTART_AFTER) this.run.token.abort();
  }

  // What runs ends and answers nothing.
  stop(): void {
    this.wanted = false;
    if (this.run) this.run.token.abort();
    this.run = null;
    this.wait(null);
  }

  clear(): void {
    this.stop();
    this.result = this.checked = null;
    this.notice = null;
  }

  // The edits that the next answer will hold are in the result already.
  get settled(): boolean {
    return !!this.checked && this.checked.edits === this.session.history.current;
  }

  // The document's text without edits.
  get originalText(): string {
    const { source } = this.session;
    return (source && this.originals.get(source)) || "";
  }

  tell(notice: MessageKey | null): void {
    this.notice = notice;
    this.topics.emit("notice");
  }

  wait(name: string | null): void {
    clearTimeout(this.busyTimer);
    const show = (): void => {
      this.busy = name;
      this.topics.emit("busy");
    };
    if (name === null) show();
    else if (this.busy === null) this.busyTimer = window.setTimeout(show, SHOW_WAIT_AFTER);
  }

  // A file to take away, made of what is shown.
  async product(kind: ProductKind): Promise<Product> {
    const { source, previous } = this.session;
    if (!source) throw new EngineError("unavailable", "nothing to make it of");
    const input = await this.service.input(source);
    if (kind === "annotated" && input.pdf) return this.annotatedPdf(source);
    const before = previous ? await this.service.input(previous) : null;
    const options = this.options(source, input, this.checked ? this.checked.edits : []);
    const corrects = WITH_CORRECTIONS.includes(kind) && this.session.history.current.length > 0;
    return this.service.engine.ask("product", {
      product: kind,
      bytes: input.bytes,
      options,
      correct: corrects ? { corrections: this.corrections(), date: options.today } : undefined,
      previous: before ? before.bytes : undefined,
      file: input.pdf ? source.bytes : undefined,
      previousFile: previous && before && before.pdf ? previous.bytes : undefined,
    });
  }

  async copies(): Promise<CopiesOf> {
    const made = await this.product("copies.json");
    if ("problem" in made) return { corrected: { list: false, ...made }, annotated: made };
    return JSON.parse(new TextDecoder().decode(made.bytes)) as CopiesOf;
  }

  // The core says what to write where, the PDF part writes it.
  private async annotatedPdf(source: Source): Promise<Product> {
    const made = await this.product("remarks.json");
    if ("problem" in made) return made;
    const remarks = JSON.parse(new TextDecoder().decode(made.bytes)) as PageRemark[];
    const copy = await annotatedPdf(source.bytes as Uint8Array, remarks, this.service.options("").today!);
    return copy ? { bytes: copy } : { problem: t("pdfNotWritten") };
  }

  // What was accepted and typed, as the core writes it into the file.
  private corrections(): string {
    const corrections = this.session.history.current.map(({ range, text }) => ({
      range,
      old: this.originalText.slice(...range),
      new: text,
    }));
    return JSON.stringify({ schema: "nianbao-corrections-1", corrections });
  }

  // The other draft, as it is.
  async readOther(): Promise<void> {
    const { other } = this.session;
    this.other = other && (await this.readOnly(other));
    if (other !== this.session.other) this.other = null;
  }

  // Last year's report as a document of its own; null where there is none or it cannot be read.
  async textOfPrevious(): Promise<Result | null> {
    const { previous } = this.session;
    return previous && this.readOnly(previous);
  }

  private async readOnly(source: Source): Promise<Result | null> {
    try {
      const input = await this.service.input(source);
      const options = this.service.optionsFor(source, input);
      return await this.service.engine.ask("check", { bytes: input.bytes, options });
    } catch {
      return null;
    }
  }

  private async work(): Promise<void> {
    while (this.wanted && this.session.source) {
      this.wanted = false;
      const run = new Run(this.session.source, this.session.history.current);
      this.run = run;
      this.wait(run.source.name);
      await this.once(run);
      if (this.run !== run) return;
      this.run = null;
    }
    this.wait(null);
  }

  private async once(run: Run): Promise<void> {
    const { source, edits, token } = run;
    let result: Result;
    try {
      void this.service.learn();
      const input = await this.service.input(source, token.signal);
      const { previous } = this.session;
      result = await this.service.engine.ask(
        "check",
        {
          bytes: input.bytes,
          options: this.options(source, input, edits),
          previous: previous ? (await this.service.input(previous, token.signal)).bytes : undefined,
        },
        token.signal,
      );
    } catch (error) {
      return this.refuse(error);
    }
    if (source !== this.session.source) return;
    const before = this.report;
    this.report = reportName(result.report, result.source.name);
    if (this.report !== before && (this.marks.file(before) || this.marks.file(this.report))) {
      this.wanted = true; // it is another report than was thought, with other marks
      return;
    }
    this.topics.emitWaiting();
    this.accept(result, { source, edits });
  }

  private options(source: Source, input: Input, edits: readonly Edit[]): CheckOptions {
    const { encoding, figuresShown, more } = this.session;
    const options: CheckOptions = { ...this.service.optionsFor(source, input), ...more };
    if (encoding) options.encoding = encoding;
    options.withCures = true;
    if (figuresShown) options.withLedger = true;
    if (edits.length) options.edits = edits as Edit[];
    const marks = this.marks.file(this.report);
    if (marks) options.dismissals = marks;
    return options;
  }

  private accept(result: Result, checked: Checked): void {
    const { catalogue } = this.service;
    this.result = result;
    this.checked = checked;
    if (!checked.edits.length) this.originals.set(checked.source, result.text);
    this.labels = catalogue ? new Labels(catalogue, result.report ? result.report.form : null) : null;
    this.notice = null;
    this.answered(result);
  }

  private refuse(error: unknown): void {
    const kind = error instanceof EngineError ? error.kind : "crashed";
    if (kind === "cancelled") return;
    this.topics.emitWaiting();
    this.notice = kind;
    if (!this.checked || this.checked.source !== this.session.source) this.result = null;
    this.answered(null);
  }
}
