// Many files on the page: the list of them, the one that was opened from it, the question which of two is
// last year's.
import type { Engine } from "../engine";
import type { CheckOptions } from "../protocol";
import type { Service } from "../service";
import type { Source } from "../source";
import { type Marks, reportName } from "../marks";
import type { MessageKey } from "../strings";
import type { Topics } from "../topics";
import { unfolded } from "./archives";
import { Batch, workersHere } from "./batch";
import { figureIds } from "./figures";
import { type Given, type GivenFile, Refused } from "./given";
import { HandIn } from "./handing";
import { everything, listed, type Listing } from "./listing";
import { ordered, type Ordered, type Pair } from "./pair";
import type { Row } from "./row";
import { openedWorkList, restored, workList } from "./work_list";
import { back, go, here } from "../trail";

export type View = "list" | "pair" | null; // null: the page of one report

async function sourceOf(file: GivenFile): Promise<Source> {
  return { kind: "file", name: file.name, bytes: await file.read() };
}

// The page of one report, as the desk uses it.
export interface Reports {
  take(source: Source): Promise<void>;
  canRead(source: Source): Promise<boolean>;
  open(source: Source, previous: Source | null, more?: Partial<CheckOptions>, row?: Row): void;
  openDrafts(other: Source, source: Source): void;
  leave(): void; // what is on the page goes, and can be come back to
  tell(notice: MessageKey): void;
}

export class Desk {
  batch: Batch | null = null;
  listing: Listing = everything();
  view: View = null;
  pair: Pair | null = null;
  opened: Row | null = null; // the report on the page came from this row
  last: Row | null = null; // the one that was opened last
  changed: readonly Row[] = []; // since the last topic "rows"
  readonly handIn: HandIn;
  private walked = false; // from one report of the list to the next: Back does not lead to the list at once

  constructor(
    private readonly reports: Reports,
    private readonly service: Service,
    private readonly marks: Marks,
    private readonly topics: Topics,
    private readonly makeEngine: () => Engine,
  ) {
    this.handIn = new HandIn(service);
  }

  async take(found: Given): Promise<void> {
    const { reports } = this;
    let given: Given;
    try {
      given = await unfolded(found, this.service);
    } catch {
      return reports.tell("fileGone");
    }
    const [first, second] = given.files;
    if (first && !second && (await this.openWorkList(first))) return;
    if (this.view === "list" && this.batch) return this.addToList(given);
    if (!first) return reports.tell("nothingToCheck");
    if (given.files.length === 2) return this.takePair(given, [first, second!]);
    const source = second ? null : await sourceOf(first).catch(() => null);
    if (source) await reports.take(source);
    else this.takeMany(given);
  }

  // What is dropped on a list goes into it.
  private addToList(given: Given): void {
    if (given.files.length || given.skipped.length) this.batch!.add(given);
    else this.reports.tell("nothingToCheck");
  }

  takeMany(given: Given, fill: (batch: Batch) => void = () => undefined): void {
    if (this.batch) this.batch.cancel();
    this.handIn.clear();
    this.reports.leave();
    if (this.view !== "list") go({ at: "list" });
    this.listing = everything();
    this.last = null;
    const batch = this.prepare(given);
    fill(batch);
    this.show("list");
    void batch.start();
  }

  // False when the file is none.
  async openWorkList(file: GivenFile): Promise<boolean> {
    if (!/\.json$/i.test(file.name)) return false;
    const bytes = await file.read().catch(() => new Uint8Array());
    const saved = openedWorkList(new TextDecoder().decode(bytes));
    if (!saved) return false;
    this.takeMany({ files: [], skipped: [] }, (batch) => restored(saved, batch, this.handIn));
    return true;
  }

  get workList(): string {
    return this.batch ? workList(this.batch, this.handIn) : "";
  }

  // What a person noted of a report.
  note(row: Row, what: Partial<Pick<Row, "work" | "note">>): void {
    Object.assign(row, what);
    this.changed = [row];
    this.topics.emit("rows");
  }

  // The roster or an answer has changed.
  regroup(): void {
    if (this.batch) void this.batch.regroup();
  }

  private prepare(given: Given): Batch {
    const { service } = this;
    this.batch = new Batch(given, {
      makeEngine: this.makeEngine,
      options: (name) => service.options(name),
      marks: ({ survey, file }) => (survey ? this.marks.file(reportName(survey, file.name)) : null),
      cells: () => service.learn().then(figureIds),
      hand: (batch) => this.handIn.ask(batch),
      relate: (reports, leftOut) => service.relate(reports, leftOut),
      workers: workersHere(),
    });
    this.batch.listen((changed) => {
      this.changed = changed;
      this.topics.emit("rows");
    });
    return this.batch;
  }

  // The listed files once more, for what is asked of every check has changed.
  again(): void {
    if (!this.batch) return;
    const { rows, skipped } = this.batch;
    this.batch.cancel();
    const { parent } = this.batch;
    const batch = this.prepare({ files: rows.map((row) => row.file), skipped: skipped.slice() });
    batch.rows.forEach((row, i) => {
      const { work, note, survey, state } = rows[i]!;
      Object.assign(row, row.file.missing ? { work, note, survey, state } : { work, note });
    });
    batch.parent = parent && batch.rows[parent.index]!;
    const same = (row: Row | null): Row | null => row && batch.rows[row.index]!;
    this.opened = same(this.opened);
    this.last = same(this.last);
    this.topics.emit("desk");
    void batch.start();
  }

  private async takePair(given: Given, files: [GivenFile, GivenFile]): Promise<void> {
    const surveys = await Promise.all(files.map((file) => this.survey(file)));
    const pair: Pair = { files, surveys: [surveys[0]!, surveys[1]!] };
    const known = ordered(pair);
    if (known) return this.openPair(known);
    this.reports.leave();
    go({ at: "pair" });
    this.given = given;
    this.pair = pair;
    this.show("pair");
  }
  private given: Given | null = null; // of the pair that is asked about

  private async survey(file: GivenFile): Promise<Pair["surveys"][0]> {
    try {
      return await this.service.survey(await sourceOf(file));
    } catch {
      return null;
    }
  }

  async openPair({ current, previous }: Ordered): Promise<void> {
    const sources = await Promise.all([sourceOf(current), sourceOf(previous)]).catch(() => null);
    if (!sources) return this.reports.tell("fileGone");
    for (const source of sources) if (!(await this.reports.canRead(source))) return;
    this.reports.open(...sources);
  }

  // Both drafts are read; the second is checked.
  async openDrafts(other: GivenFile, current: GivenFile): Promise<void> {
    const sources = await Promise.all([sourceOf(other), sourceOf(current)]).catch(() => null);
    if (!sources) return this.reports.tell("fileGone");
    for (const source of sources) if (!(await this.reports.canRead(source))) return;
    this.reports.openDrafts(...sources);
  }

  async openOne(file: GivenFile): Promise<void> {
    const source = await sourceOf(file).catch(() => null);
    if (!source) return this.reports.tell("fileGone");
    if (await this.reports.canRead(source)) this.reports.open(source, null);
  }

  listPair(): void {
    if (this.given) this.takeMany(this.given);
  }

  list(listing: Partial<Listing>): void {
    Object.assign(this.listing, listing);
    this.topics.emit("listing");
  }

  // --- the list and its reports ---------------------------------------------------------------------------

  async openRow(row: Row): Promise<void> {
    let sources: Source[];
    try {
      sources = await Promise.all(
        (row.previous ? [row, row.previous] : [row]).map(({ file }) => sourceOf(file)),
      );
    } catch (error) {
      return this.reports.tell(error instanceof Refused ? "fileRefused" : "fileGone");
    }
    this.reports.open(sources[0]!, sources[1] || null, this.batch ? this.batch.together(row) : {}, row);
    this.enter(row);
  }

  // The report before or after the one on the page, as they are listed.
  neighbour(step: 1 | -1): Row | null {
    if (!this.batch || !this.opened) return null;
    const rows = listed(this.batch.rows, this.listing, this.service.catalogue);
    const at = rows.indexOf(this.opened);
    return at < 0 ? null : rows[at + step] || null;
  }

  async openNeighbour(step: 1 | -1): Promise<void> {
    const row = this.neighbour(step);
    if (!row || !this.batch || !this.opened) return;
    void this.batch.once(this.opened); // with the marks made meanwhile
    await this.openRow(row);
    this.walked = true;
  }

  // The report of this row is on the page.
  enter(row: Row | null): void {
    const same = row && this.batch ? this.batch.rows[row.index] || null : null;
    this.view = null;
    this.opened = same;
    if (same) this.last = same;
    this.topics.emit("desk");
  }

  // The way back from a report that was opened from the list.
  returnToList(): void {
    const stop = here();
    if (stop && stop.at === "report" && !this.walked) return back();
    if (this.walked) go({ at: "list" });
    this.showList();
  }

  showList(): void {
    if (this.batch && this.opened) void this.batch.once(this.opened); // with the marks made meanwhile
    this.reports.leave(); // which notes the row that it came from
    this.opened = null;
    this.walked = false;
    this.show("list");
  }

  // The question is asked once more.
  showPair(): void {
    this.opened = null;
    this.reports.leave();
    this.show("pair");
  }

  // A report that was given by itself takes the page, or nothing does; list and question stay where they are.
  leave(): void {
    if (!this.view && !this.opened) return;
    this.opened = null;
    this.show(null);
  }

  // Back comes to it again.
  closeList(): void {
    if (this.batch) this.batch.cancel();
    go({ at: "start" });
    this.leave();
    this.reports.leave();
  }

  private show(view: View): void {
    this.view = view;
    this.topics.emit("desk");
  }
}
