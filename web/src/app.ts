// The parts of the page's state put together, and what a person does that concerns several of them.
import { Desk, type Reports } from "./batch/desk";
import { Checker } from "./checker";
import type { Engine } from "./engine";
import { loadPdfReader, pdfIsBeside } from "./pdf/reader";
import type { CheckOptions, Product, ProductKind } from "./protocol";
import type { Result } from "./result";
import { RuleChoices, type RuleLevel } from "./rule_choices";
import { Selection } from "./selection";
import { Service } from "./service";
import { Session } from "./session";
import { applySettings, saveSettings, type Settings } from "./settings";
import { isPdf, type Source } from "./source";
import type { MessageKey } from "./strings";
import { type Topic, Topics } from "./topics";
import { Trial } from "./trial";

export class App implements Reports {
  readonly topics = new Topics();
  readonly rules = new RuleChoices();
  readonly service: Service;
  readonly session: Session;
  readonly checker: Checker;
  readonly trial: Trial;
  readonly selection: Selection;
  readonly desk: Desk; // for many files
  private turn = new AbortController(); // of what was asked for last; another wish ends it

  constructor(
    engine: Engine,
    readonly settings: Settings,
    makeEngine: () => Engine,
  ) {
    this.service = new Service(engine, settings, this.rules, this.topics);
    this.session = new Session(this.topics, () => this.checker.again());
    this.checker = new Checker(this.session, this.service, this.topics, (result) => this.answered(result));
    this.trial = new Trial(this.session, this.checker);
    this.selection = new Selection(this.topics);
    this.desk = new Desk(this, this.service, this.topics, makeEngine);
  }

  on(topic: Topic, listener: () => void): void {
    this.topics.on(topic, listener);
  }

  private answered(result: Result | null): void {
    if (result) this.selection.take(result);
    else this.trial.forget();
    this.topics.emit("notice", "result");
    this.trial.goOn();
  }

  private begin(): AbortSignal {
    this.turn.abort();
    this.turn = new AbortController();
    return this.turn.signal;
  }

  // Whether it may be opened: without the PDF part a PDF is not, what is shown stays, and a sentence says what is missing.
  // False also when something else was asked for meanwhile.
  async canRead(source: Source): Promise<boolean> {
    const turn = this.begin();
    if (!isPdf(source.bytes)) return true;
    this.checker.wait(source.name);
    const reader = await loadPdfReader();
    if (turn.aborted) return false;
    this.checker.wait(null);
    if (!reader) this.tell(pdfIsBeside() ? "pdfNotBeside" : "pdfNotLoaded");
    return !!reader;
  }

  async take(source: Source): Promise<void> {
    if (await this.canRead(source)) this.open(source);
  }
  async takePrevious(source: Source): Promise<void> {
    if (await this.canRead(source)) this.session.setPrevious(source);
  }

  // `more`: what a report of a list is to be checked with besides. `previous` stays unless another one is given.
  open(source: Source, previous = this.session.previous, more: Partial<CheckOptions> = {}): void {
    this.begin();
    this.checker.stop();
    this.desk.leave();
    this.selection.reset();
    this.trial.forget();
    this.checker.notice = null;
    this.session.previous = previous;
    this.topics.emitSoon("source", "filters", "selection", "notice", "pane");
    this.session.begin(source, more);
  }

  close(): void {
    this.begin();
    this.checker.clear();
    this.topics.dropWaiting();
    this.session.end();
    this.trial.forget();
    this.selection.clear();
    this.topics.emit("source", "result", "notice", "pane");
  }

  // The user does not want to wait: the check ends, what was shown before stays.
  cancel(): void {
    const { checker, session } = this;
    this.begin();
    checker.stop();
    const shown = checker.checked && checker.checked.source;
    if (shown !== session.source && shown !== session.first) this.close();
    checker.tell("cancelled");
  }

  tell(notice: MessageKey): void {
    this.checker.tell(notice);
  }

  product(kind: ProductKind): Promise<Product> {
    return this.checker.product(kind, this.selection.dismissals.toFile());
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
    if (this.settings.language !== language) this.checker.again();
  }
}
