// What is being checked: the files that were given, how they are to be read, and what was changed in them for
// trial.
import { History } from "./edits";
import type { CheckOptions } from "./protocol";
import type { Source } from "./source";
import type { Topics } from "./topics";

// A report that was left, as it was: Back brings it here again.
export interface Left {
  source: Source;
  first: Source;
  previous: Source | null;
  other: Source | null;
  encoding: string;
  more: Partial<CheckOptions>;
  history: History;
}

export class Session {
  source: Source | null = null;
  first: Source | null = null; // as it was given, before the text was typed in
  previous: Source | null = null; // last year's report
  other: Source | null = null; // another draft of the report, to be held against it
  encoding = "";
  more: Partial<CheckOptions> = {}; // what a report of a list is checked with besides
  figuresShown = false; // the numbers of the text are asked for
  history = new History();

  // `changed`: another check is wanted.
  constructor(
    private readonly topics: Topics,
    private readonly changed: () => void,
  ) {}

  get touched(): boolean {
    return this.history.current.length > 0 || this.source !== this.first;
  }

  begin(source: Source, previous: Source | null, more: Partial<CheckOptions>): void {
    this.take({ source, first: source, previous, other: null, more, encoding: "", history: new History() });
  }

  take(left: Left): void {
    this.source = left.source;
    this.first = left.first;
    this.previous = left.previous;
    this.other = left.other;
    this.more = left.more;
    this.encoding = left.encoding;
    this.history = left.history;
    this.changed();
  }

  // Null when there is none.
  get left(): Left | null {
    const { source, first, previous, other, encoding, more, history } = this;
    return source && first && { source, first, previous, other, encoding, more, history };
  }

  end(): void {
    this.source = this.first = this.previous = this.other = null;
    this.more = {};
    this.history = new History();
  }

  // The text box was typed in: the text is the source now, what-if changes are in it already.
  type(source: Source): void {
    this.source = source;
    if (!this.first) this.first = source;
    this.history.reset();
    this.topics.emit("source");
    this.changed();
  }

  setPrevious(source: Source | null): void {
    this.previous = source;
    this.topics.emit("source");
    this.changed();
  }

  setEncoding(encoding: string): void {
    this.encoding = encoding;
    this.history.reset();
    this.changed();
  }

  showFigures(shown: boolean): void {
    this.figuresShown = shown;
    this.topics.emit("figures");
    this.changed();
  }

  // Back to what was given. Typed text cannot be brought back by redo, changes of cells can.
  restore(): void {
    if (this.history.current.length) this.history.set([]);
    if (this.source !== this.first && this.first) {
      this.source = this.first;
      this.history.reset();
      this.topics.emit("source");
    }
    this.changed();
  }
}
