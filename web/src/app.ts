// The parts of the page's state put together, and what a person does that concerns several of them.
import { Desk, type Reports } from "./batch/desk";
import type { Row } from "./batch/row";
import { Checker } from "./checker";
import { type Draft, Drafts } from "./draft";
import { History } from "./edits";
import type { Engine } from "./engine";
import { Keeping } from "./keeping";
import { Marks } from "./marks";
import { Pictures } from "./ocr/pictures";
import { loadPdfReader } from "./pdf/reader";
import type { ProductKind } from "./products";
import type { CheckOptions, CopiesOf, Product } from "./protocol";
import type { Result } from "./result";
import { RuleChoices, type RuleLevel } from "./rule_choices";
import { type Item, Selection } from "./selection";
import { Service } from "./service";
import { type Left, Session } from "./session";
import { Since } from "./since";
import { applySettings, saveSettings, type Settings } from "./settings";
import { isPdf, type Source } from "./source";
import type { MessageKey } from "./strings";
import { type Topic, Topics } from "./topics";
import { go, here, onTravel, stay, type Stop } from "./trail";
import { Trial } from "./trial";

const VISITS = 8; // reports that were left and can be come back to

interface Visit extends Left {
  row: Row | null; // of the list that it was opened from
}

export class App implements Reports {
  readonly topics = new Topics();
  readonly rules = new RuleChoices();
  readonly keeping = new Keeping();
  readonly marks = new Marks(this.keeping, () => this.marksChanged());
  readonly service: Service;
  readonly session: Session;
  readonly checker: Checker;
  readonly trial: Trial;
  readonly selection: Selection;
  readonly desk: Desk; // for many files
  readonly drafts = new Drafts(this.keeping);
  readonly since = new Since();
  readonly pictures: Pictures;
  wayBack = false; // the report that was just left holds work
  private visit = 0; // the report on the page; 0: none
  private readonly visits = new Map<number, Visit>();
  private marked = false; // a finding of this report was called no problem, just now
  private lost = false; // a report that was left holds work
  private kept = true; // the report on the page is kept for a reload
  private turn = new AbortController(); // of what was asked for last; another wish ends it

  constructor(
    engine: Engine,
    readonly settings: Settings,
    makeEngine: () => Engine,
  ) {
    this.service = new Service(engine, settings, this.rules, this.topics);
    this.session = new Session(this.topics, () => this.checker.again());
    this.checker = new Checker(this.session, this.service, this.topics, this.marks, (result) =>
      this.answered(result),
    );
    this.trial = new Trial(this.session, this.checker);
    this.pictures = new Pictures(this.service, this.topics, () => this.checker.again());
    this.selection = new Selection(this.topics, this.marks);
    this.desk = new Desk(this, this.service, this.marks, this.topics, makeEngine);
    if (!here()) stay({ at: "start" });
    onTravel((stop) => this.travel(stop));
  }

  on(topic: Topic, listener: () => void): void {
    this.topics.on(topic, listener);
  }

  private answered(result: Result | null): void {
    if (result) {
      this.pictures.locate(result);
      this.selection.take(result);
      this.since.compare(this.selection);
    } else this.trial.forget();
    this.topics.emit("notice", "result");
    this.trial.goOn();
  }

  private begin(): AbortSignal {
    this.turn.abort();
    this.turn = new AbortController();
    return this.turn.signal;
  }

  // Whether it may be opened: without the PDF part a PDF is not, what is shown stays, and a sentence says
  // what is missing. False also when something else was asked for meanwhile.
  async canRead(source: Source): Promise<boolean> {
    const turn = this.begin();
    if (!isPdf(source.bytes)) return true;
    this.checker.wait(source.name);
    const reader = await loadPdfReader();
    if (turn.aborted) return false;
    this.checker.wait(null);
    if (typeof reader !== "string") return true;
    this.tell(reader);
    return false;
  }

  async take(source: Source): Promise<void> {
    if (await this.canRead(source)) this.open(source);
  }
  async takePrevious(source: Source): Promise<void> {
    if (await this.canRead(source)) this.session.setPrevious(source);
  }

  // `more`: what a report of a list is to be checked with besides. `previous` stays unless another one is
  // given.
  open(
    source: Source,
    previous = this.session.previous,
    more: Partial<CheckOptions> = {},
    row: Row | null = null,
  ): void {
    this.park();
    this.begin();
    this.clearFor();
    this.since.begin(true);
    if (!row) this.desk.leave();
    this.visit = this.newVisit();
    this.topics.emitSoon("source", "filters", "selection", "notice", "pane");
    const left = row && this.changedBefore(row);
    if (left) this.session.take({ ...left, previous, more });
    else this.session.begin(source, previous, more);
  }

  // A report of the list that was changed for trial and left is opened with its changes.
  private changedBefore(row: Row): Left | undefined {
    return Array.from(this.visits.values())
      .reverse()
      .find((left) => left.row && left.row.file === row.file && left.history.current.length > 0);
  }

  // Two drafts of one report: the second is checked, and held against the first.
  openDrafts(other: Source, source: Source): void {
    this.open(source, null);
    this.session.other = other;
    void this.checker.readOther().then(() => this.selection.showPane("draft"));
  }

  // The text box was typed in.
  type(source: Source): void {
    if (!this.session.source) this.visit = this.newVisit();
    this.session.type(source);
  }

  // A person is done with it. Back comes to it again.
  close(): void {
    go({ at: "start" });
    this.leave();
    this.desk.leave();
  }

  leave(): void {
    this.park();
    this.begin();
    this.pictures.forget();
    this.checker.clear();
    this.topics.dropWaiting();
    this.session.end();
    this.trial.forget();
    this.selection.clear();
    this.visit = 0;
    this.drafts.leave();
    this.topics.emit("source", "result", "notice", "pane");
  }

  // --- where one has been ---------------------------------------------------------------------------------

  private newVisit(): number {
    const visit = Math.max(Date.now(), this.visit + 1);
    go({ at: "report", visit });
    return visit;
  }

  private clearFor(): void {
    this.pictures.forget();
    this.checker.stop();
    this.selection.reset();
    this.trial.forget();
    this.checker.notice = null;
  }

  // Whether what is on the page holds work that is nowhere else.
  private get worked(): boolean {
    return this.session.touched || this.marked;
  }

  // What is on the page is kept in memory, so that Back finds it as it was.
  private park(): void {
    const { left } = this.session;
    if (!left || !this.visit) return;
    this.since.remember(this.selection);
    const row = this.desk.opened;
    this.visits.delete(this.visit);
    this.visits.set(this.visit, { ...left, row });
    if (row) row.accepted = left.history.current.length;
    for (const old of Array.from(this.visits.keys()).slice(0, -VISITS)) {
      const gone = this.visits.get(old)!.row;
      if (gone) gone.accepted = 0;
      this.visits.delete(old);
    }
    this.wayBack = this.worked;
    this.lost = this.lost || this.worked;
    this.marked = false;
    if (this.wayBack) this.topics.emit("notice");
  }

  forgetWayBack(): void {
    this.wayBack = false;
    this.topics.emit("notice");
  }

  private travel(stop: Stop): void {
    const left = stop.at === "report" ? this.visits.get(stop.visit) : undefined;
    if (stop.at === "report" && left) this.comeBack(stop.visit, left);
    else if (stop.at === "list" && this.desk.batch) this.desk.showList();
    else if (stop.at === "pair" && this.desk.pair) this.desk.showPair();
    else {
      this.leave();
      this.desk.leave();
    }
    this.forgetWayBack();
  }

  private comeBack(visit: number, left: Visit): void {
    this.park();
    this.begin();
    this.clearFor();
    this.since.begin(false);
    this.visit = visit;
    this.desk.enter(left.row);
    this.topics.emitSoon("source", "filters", "selection", "notice", "pane");
    this.session.take(left);
  }

  // What was on the page when it was reloaded, or what was kept on this computer.
  resume(draft: Draft): void {
    this.visit = draft.visit;
    const stop = here();
    if (!stop || stop.at !== "report") go({ at: "report", visit: draft.visit });
    this.trial.resume(draft.edits);
    this.topics.emitSoon("source", "filters", "selection", "notice", "pane");
    this.session.take({ ...draft, other: null, more: {}, history: new History() });
  }

  // Called when the page may go, and a moment after every answer.
  keep(): void {
    const { left } = this.session;
    this.kept = !left || !this.visit || this.drafts.save(this.visit, left);
  }

  // Whether leaving the page would lose something.
  get atRisk(): boolean {
    if (this.desk.batch) return true;
    if (this.keeping.onComputer) return this.lost || (this.worked && !this.kept);
    return this.lost || this.worked;
  }

  // The user does not want to wait: the check ends, what was shown before stays.
  cancel(): void {
    const { checker, session } = this;
    this.begin();
    checker.stop();
    const shown = checker.checked && checker.checked.source;
    if (shown !== session.source && shown !== session.first) this.leave();
    checker.tell("cancelled");
  }

  tell(notice: MessageKey): void {
    this.checker.tell(notice);
  }

  product(kind: ProductKind): Promise<Product> {
    return this.checker.product(kind);
  }

  copies(): Promise<CopiesOf> {
    return this.checker.copies();
  }

  dismiss({ key }: Item, reason: string): void {
    this.marked = true;
    this.marks.set(this.selection.report, key, reason);
    this.marksChanged();
  }
  undismiss({ key }: Item): void {
    this.marks.set(this.selection.report, key, null);
    this.marksChanged();
  }
  // Shown at once; the verdict comes with the next answer.
  marksChanged(): void {
    this.selection.renumber();
    this.checker.again();
  }

  // Everything that this browser keeps for the page, settings included; what is on the page stays.
  forgetAll(): void {
    this.rules.reset();
    this.keeping.forgetAll();
    this.rulesChanged();
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
    this.topics.emit("settings");
    this.desk.again();
    this.checker.again();
  }

  set(settings: Partial<Settings>): void {
    const { language } = this.settings;
    Object.assign(this.settings, settings);
    applySettings(this.settings);
    saveSettings(this.settings);
    this.topics.emit("settings");
    if (this.settings.language === language) return;
    this.checker.again();
    this.desk.regroup();
  }
}
