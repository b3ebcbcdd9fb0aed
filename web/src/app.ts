// The state of the page and everything a person can do to it. Views read it and listen to topics; they hold no state
// of the document themselves.
import { Dismissals, type Dismissal, findingKey } from "./dismissals";
import type { Opener } from "./batch/archives";
import { Desk } from "./batch/desk";
import { exampleReport } from "./example";
import { type Edit, edited, History, shownRanges } from "./edits";
import { type Engine, EngineError } from "./engine";
import { Labels } from "./labels";
import { isPdf, type Source } from "./source";
import { loadPdfReader, pdfIsBeside } from "./pdf/reader";
import type { Bytes, CheckOptions, Digest, Product, ProductKind, Relation, Survey } from "./protocol";
import {
  BLOCK_FIELDS,
  type Catalogue,
  CELL_FIELDS,
  type Finding,
  type Range,
  type Result,
  type Severity,
} from "./result";
import { RuleChoices, type RuleLevel } from "./rule_choices";
import { applySettings, saveSettings, type Settings } from "./settings";
import type { MessageKey } from "./strings";

// What changed: a new result, what is being waited for, the chosen finding or cell, ...
export type Topic =
  | "source"
  | "busy"
  | "result"
  | "selection"
  | "dismissals"
  | "filters"
  | "notice"
  | "settings"
  | "pane"
  | "desk"
  | "rows"
  | "listing"
  | "figures";

export interface Item {
  finding: Finding;
  key: string;
  number: number; // as shown in list and document; 0 when dismissed
  dismissal: Dismissal | undefined;
}

export interface Filters {
  text: string;
  family: string; // "" for all
  table: string; // "" for all
  severity: Severity | "";
}

// A piece of the document that can be changed; the numbers stay the same whatever is changed in it.
export type Target =
  | { kind: "cell"; table: number; index: number } // of the layout
  | { kind: "block"; index: number } // of the layout
  | { kind: "report"; id: string }; // a cell of the form, wherever it is written
export interface Change {
  target: Target;
  text: string;
}

export type Pane = "document" | "text" | "years";

const SEVERITIES: Severity[] = ["error", "warning", "notice"];
const RESTART_AFTER = 400; // ms: a check that runs longer than this is not waited for when it is outdated
const SHOW_WAIT_AFTER = 150; // ms
const TELL_AFTER = 50; // ms
const noFilters = (): Filters => ({ text: "", family: "", table: "", severity: "" });

function pair(numbers: Int32Array, at: number): Range | null {
  const begin = numbers[at];
  const end = numbers[at + 1];
  return begin === undefined || end === undefined ? null : [begin, end];
}

function today(): string {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export class App {
  catalogue: Catalogue | null = null;
  source: Source | null = null;
  first: Source | null = null; // as it was given, before the text was typed in
  previous: Source | null = null;
  encoding = "";
  result: Result | null = null;
  resultSource: Source | null = null; // what `result` is about
  private resultEdits: readonly Edit[] = []; // and the edits in it
  private waitingChanges: Change[] = []; // made while a check was running
  originalText = ""; // the document's text without edits
  labels: Labels | null = null;
  items: Item[] = [];
  filters = noFilters();
  selected: string | null = null; // key of a finding
  busy: string | null = null; // name of what has been waited for too long
  notice: MessageKey | null = null;
  pane: Pane = "document";
  readonly history = new History();
  readonly dismissals = new Dismissals();
  readonly desk: Desk; // for many files
  readonly rules = new RuleChoices();
  figuresShown = false; // the numbers of the text are marked

  private readonly listeners = new Map<Topic, Set<() => void>>();
  private running: { abort: AbortController; since: number } | null = null;
  private outdated = false;
  private more: Partial<CheckOptions> = {};
  private busyTimer = 0;
  private readonly geometry = new WeakMap<Source, Promise<{ bytes: Bytes; pdf: boolean }>>();

  constructor(
    private readonly engine: Engine,
    readonly settings: Settings,
    makeEngine: () => Engine,
  ) {
    this.desk = new Desk(this, makeEngine);
  }

  on(topic: Topic, listener: () => void): void {
    const set = this.listeners.get(topic) || new Set();
    this.listeners.set(topic, set.add(listener));
  }
  forgetListeners(): void {
    this.listeners.clear();
  }
  emit(...topics: Topic[]): void {
    for (const topic of topics) (this.listeners.get(topic) || new Set()).forEach((listener) => listener());
  }

  // --- what is checked ---------------------------------------------------------------------------------------------

  // Whether it may be opened: without the PDF part a PDF is not, what is shown stays, and a sentence says what is missing.
  // False also when something else was asked for meanwhile.
  async canRead(source: Source): Promise<boolean> {
    const asked = ++this.asked;
    if (!isPdf(source.bytes)) return true;
    this.wait(source.name);
    const reader = await loadPdfReader();
    if (asked !== this.asked) return false;
    this.wait(null);
    if (!reader) this.tell(pdfIsBeside() ? "pdfNotBeside" : "pdfNotLoaded");
    return !!reader;
  }
  private asked = 0;

  async take(source: Source): Promise<void> {
    if (await this.canRead(source)) this.open(source);
  }
  async takePrevious(source: Source): Promise<void> {
    if (await this.canRead(source)) this.setPrevious(source);
  }

  // `more`: what a report of a list is to be checked with besides.
  open(source: Source, more: Partial<CheckOptions> = {}): void {
    this.asked++;
    this.stop();
    this.desk.leave();
    this.more = more;
    this.source = this.first = source;
    this.history.reset();
    this.encoding = "";
    this.filters = noFilters();
    this.selected = null;
    this.pane = "document";
    this.notice = null;
    this.tellSoon("source", "filters", "selection", "notice", "pane");
    this.recheck();
  }

  // Most answers come at once: the page then changes once, with the answer.
  private tellSoon(...topics: Topic[]): void {
    this.untold = topics;
    clearTimeout(this.tellTimer);
    this.tellTimer = window.setTimeout(() => this.tellNow(), TELL_AFTER);
  }
  private tellNow(): void {
    clearTimeout(this.tellTimer);
    this.emit(...this.untold.splice(0));
  }
  private untold: Topic[] = [];
  private tellTimer = 0;

  // The text box was typed in: the text is the source now, what-if changes are in it already.
  type(source: Source): void {
    this.source = source;
    if (!this.first) this.first = source;
    this.history.reset();
    this.emit("source");
    this.recheck();
  }

  close(): void {
    this.asked++;
    this.stop();
    this.untold = [];
    this.more = {};
    this.source = this.first = this.previous = this.result = this.resultSource = null;
    this.items = [];
    this.history.reset();
    this.notice = null;
    this.pane = "document";
    this.emit("source", "result", "notice", "pane");
  }

  setPrevious(source: Source | null): void {
    this.previous = source;
    this.emit("source");
    this.recheck();
  }

  setEncoding(encoding: string): void {
    this.encoding = encoding;
    this.history.reset();
    this.recheck();
  }

  get touched(): boolean {
    return this.history.current.length > 0 || this.source !== this.first;
  }

  // Back to what was given. Typed text cannot be brought back by redo, changes of cells can.
  restore(): void {
    if (this.history.current.length) this.history.set([]);
    if (this.source !== this.first && this.first) {
      this.source = this.first;
      this.history.reset();
      this.emit("source");
    }
    this.recheck();
  }

  // --- checking: one at a time, the latest wins ----------------------------------------------------------------------

  recheck(): void {
    if (!this.source) return;
    this.outdated = true;
    if (!this.running) void this.run();
    else if (Date.now() - this.running.since > RESTART_AFTER) this.running.abort.abort();
  }

  // The user does not want to wait: the check ends, what was shown before stays.
  cancel(): void {
    this.asked++;
    this.stop();
    if (this.resultSource !== this.source && this.resultSource !== this.first) this.close();
    this.notice = "cancelled";
    this.emit("notice");
  }

  private stop(): void {
    this.outdated = false;
    if (this.running) this.running.abort.abort();
    this.running = null;
    this.wait(null);
  }

  private async run(): Promise<void> {
    while (this.outdated && this.source) {
      this.outdated = false;
      const running = { abort: new AbortController(), since: Date.now() };
      this.running = running;
      this.wait(this.source.name);
      await this.once(this.source, running.abort.signal);
      if (this.running !== running) return;
      this.running = null;
    }
    this.wait(null);
  }

  private async once(source: Source, signal: AbortSignal): Promise<void> {
    const edits = this.history.current;
    let result: Result;
    try {
      void this.learn();
      const input = await this.input(source);
      const previous = this.previous ? (await this.input(this.previous)).bytes : undefined;
      const options = this.optionsFor(source, input.pdf);
      if (edits.length) options.edits = edits as Edit[];
      result = await this.engine.check({ bytes: input.bytes, options, previous, signal });
    } catch (error) {
      return this.refuse(error);
    }
    if (source !== this.source) return;
    this.tellNow();
    this.accept(result, edits);
  }

  // A file to take away, made of what is shown.
  async product(kind: ProductKind): Promise<Product> {
    const { source, previous } = this;
    if (!source) throw new EngineError("unavailable", "nothing to make it of");
    const input = await this.input(source);
    const before = previous ? await this.input(previous) : null;
    const options = this.optionsFor(source, input.pdf);
    if (this.resultEdits.length) options.edits = this.resultEdits as Edit[];
    return this.engine.product({
      product: kind,
      bytes: input.bytes,
      options,
      previous: before ? before.bytes : undefined,
      file: input.pdf ? source.bytes : undefined,
      previousFile: previous && before && before.pdf ? previous.bytes : undefined,
      dismissals: this.dismissals.toFile(),
    });
  }

  // What every check is asked with.
  options(name: string): CheckOptions {
    const options: CheckOptions = { name, language: this.settings.language, today: today() };
    return this.rules.size ? { ...options, ...this.rules.options(this.catalogue) } : options;
  }

  // For zips of reports.
  get opener(): Opener {
    const { engine, settings } = this;
    return {
      archive: (bytes) => engine.archive(bytes, settings.language),
      unpack: (packed, member) => engine.unpack(packed, member, settings.language),
    };
  }

  // For exports of many.
  get writer(): Pick<Engine, "xlsx" | "csvHeads" | "summary"> {
    return this.engine;
  }

  async relate(reports: (Digest | null)[], parent?: number): Promise<(Relation | null)[]> {
    const relations = await this.engine.relations(reports, this.settings.language, parent);
    const catalogue = await this.learn();
    return relations.map((r) => r && { ...r, findings: this.rules.applied(r.findings, catalogue) });
  }

  // Rules and forms, asked for once; what is asked of the engine afterwards is answered afterwards.
  learn(): Promise<Catalogue> {
    if (!this.learnt)
      this.learnt = this.engine.describe().then((catalogue) => {
        this.catalogue = catalogue;
        this.emit("settings");
        return catalogue;
      });
    return this.learnt;
  }
  private learnt: Promise<Catalogue> | null = null;

  // A browser compiles what it runs for the first time. So the example is checked unseen, as page, as text and as Word file,
  // while the page is being looked at; whoever comes with a report waits for one of these at most.
  async warmUp(): Promise<void> {
    const { bytes, name } = exampleReport();
    const options = this.options(name);
    const check = (given: Bytes): Promise<Result> => this.engine.check({ bytes: given, options });
    try {
      if (this.source) return;
      const { text } = await check(bytes);
      if (this.source) return;
      await check(text);
      if (this.source) return;
      const docx = await this.engine.product({ product: "tables.docx", bytes, options, dismissals: "" });
      if (!this.source && "bytes" in docx) await check(docx.bytes);
    } catch {
      // a report that is cancelled or breaks the core is told of when it is one's own
    }
  }

  // Which report this is, without showing it.
  async survey(source: Source): Promise<Survey> {
    const { bytes, pdf } = await this.input(source);
    return this.engine.survey({ bytes, options: this.optionsFor(source, pdf), cells: [] });
  }

  private optionsFor(source: Source, pdf: boolean): CheckOptions {
    const options = { ...this.options(source.name), ...this.more };
    if (this.encoding) options.encoding = this.encoding;
    if (this.figuresShown) options.withLedger = true;
    if (pdf) {
      options.sourceFormat = "pdf";
      options.sourceBytes = source.bytes.length;
    }
    return options;
  }

  private input(source: Source): Promise<{ bytes: Bytes; pdf: boolean }> {
    const known = this.geometry.get(source);
    if (known) return known;
    const made = this.read(source);
    this.geometry.set(source, made);
    return made;
  }

  private async read(source: Source): Promise<{ bytes: Bytes; pdf: boolean }> {
    const reader = isPdf(source.bytes) ? await loadPdfReader() : null;
    if (!reader) return { bytes: source.bytes, pdf: false };
    return { bytes: await reader(source.bytes as Uint8Array), pdf: true };
  }

  private accept(result: Result, edits: readonly Edit[]): void {
    this.result = result;
    this.resultSource = this.source;
    this.resultEdits = edits;
    if (!edits.length) this.originalText = result.text;
    this.labels = this.catalogue ? new Labels(this.catalogue, result.report ? result.report.form : null) : null;
    this.notice = null;
    this.number();
    if (this.pane === "years" && !result.comparison) this.showPane("document");
    this.emit("notice", "result");
    if (this.waitingChanges.length) this.edit(this.waitingChanges.splice(0));
  }

  private refuse(error: unknown): void {
    const kind = error instanceof EngineError ? error.kind : "crashed";
    if (kind === "cancelled") return;
    this.tellNow();
    this.notice = kind;
    this.waitingChanges = [];
    if (this.resultSource !== this.source) this.result = null;
    this.emit("notice", "result");
  }

  tell(notice: MessageKey): void {
    this.notice = notice;
    this.emit("notice");
  }

  private wait(name: string | null): void {
    clearTimeout(this.busyTimer);
    const show = (): void => {
      this.busy = name;
      this.emit("busy");
    };
    if (name === null) show();
    else if (this.busy === null) this.busyTimer = window.setTimeout(show, SHOW_WAIT_AFTER);
  }

  // --- findings --------------------------------------------------------------------------------------------------------

  private number(): void {
    const result = this.result;
    if (!result) return;
    const seen = new Map<string, number>();
    const items = result.findings.map((finding) => {
      const base = findingKey(finding, result.text);
      const times = seen.get(base) || 0;
      seen.set(base, times + 1);
      const key = times ? `${base}${times}` : base;
      return { finding, key, number: 0, dismissal: this.dismissals.get(key) };
    });
    this.items = SEVERITIES.reduce<Item[]>((all, s) => all.concat(items.filter((i) => i.finding.severity === s)), []);
    let next = 1;
    for (const item of this.items) if (!item.dismissal) item.number = next++;
    if (this.selected && !this.item(this.selected)) this.selected = null;
  }

  item(key: string): Item | undefined {
    return this.items.find((item) => item.key === key);
  }

  count(severity: Severity): number {
    return this.items.filter((item) => !item.dismissal && item.finding.severity === severity).length;
  }

  dismiss(item: Item, reason: string): void {
    const { rule, message } = item.finding;
    this.dismissals.set(item.key, { rule, reason, message });
    this.renumber();
  }
  undismiss(item: Item): void {
    this.dismissals.remove(item.key);
    this.renumber();
  }
  renumber(): void {
    this.number();
    this.emit("dismissals");
  }

  // Null: as the rule itself says.
  setRule(rule: string, level: RuleLevel | null): void {
    this.rules.set(rule, level);
    this.rulesChanged();
  }
  resetRules(): void {
    this.rules.reset();
    this.rulesChanged();
  }
  rulesChanged(): void {
    this.emit("settings");
    this.desk.again();
    this.recheck();
  }

  select(key: string | null): void {
    this.selected = key;
    this.emit("selection");
  }

  setFilters(filters: Partial<Filters>): void {
    Object.assign(this.filters, filters);
    this.emit("filters");
  }

  // --- what-if -----------------------------------------------------------------------------------------------------------

  // Replaces pieces of the document. Places are looked up in the newest result; while one is awaited, changes wait too.
  edit(changes: Change[]): void {
    if (!this.result) return;
    if (this.history.current !== this.resultEdits) {
      this.waitingChanges.push(...changes);
      return;
    }
    const placed: { range: Range; text: string }[] = [];
    for (const { target, text } of changes) {
      const range = this.rangeOf(target);
      if (range) placed.push({ range, text });
    }
    let edits = this.resultEdits;
    let shown = this.result.text;
    for (const { range, text } of placed.sort((a, b) => b.range[0] - a.range[0])) {
      edits = edited(edits, this.originalText, shown, range, text);
      shown = shown.slice(0, range[0]) + text + shown.slice(range[1]);
    }
    this.setEdits(edits);
  }

  // Null when the document as it is now has no such place.
  private rangeOf(target: Target): Range | null {
    if (!this.result) return null;
    const { layout, report } = this.result;
    if (target.kind === "report") {
      const cell = report && report.cells[target.id];
      return cell ? cell.range : null;
    }
    if (target.kind === "block") return pair(layout.blocks, target.index * BLOCK_FIELDS + 1);
    const table = layout.tables[target.table];
    return table ? pair(table.cells, target.index * CELL_FIELDS) : null;
  }

  // Where the shown document differs from the original.
  changedRanges(): Range[] {
    return shownRanges(this.resultEdits);
  }

  setEdits(edits: readonly Edit[]): void {
    if (edits === this.history.current) return;
    this.history.set(edits);
    this.recheck();
  }
  undo(): void {
    if (this.history.undo()) this.recheck();
  }
  redo(): void {
    if (this.history.redo()) this.recheck();
  }

  // --- how it looks ------------------------------------------------------------------------------------------------------

  showFigures(shown: boolean): void {
    this.figuresShown = shown;
    this.emit("figures");
    this.recheck();
  }

  showPane(pane: Pane): void {
    this.pane = pane;
    this.emit("pane");
  }

  set(settings: Partial<Settings>): void {
    const language = this.settings.language;
    Object.assign(this.settings, settings);
    applySettings(this.settings);
    saveSettings(this.settings);
    this.emit("settings");
    if (this.settings.language !== language) this.recheck();
  }
}
