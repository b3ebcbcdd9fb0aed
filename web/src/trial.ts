// What-if changes of the document that is shown. Places are looked up in the newest result; while one is
// awaited, changes wait too.
import type { Checker } from "./checker";
import { type Edit, edited, shownRanges } from "./edits";
import { BLOCK_FIELDS, CELL_FIELDS, type Range } from "./result";
import type { Session } from "./session";

// A piece of the document that can be changed; the numbers stay the same whatever is changed in it.
export type Target =
  | { kind: "cell"; table: number; index: number } // of the layout
  | { kind: "block"; index: number } // of the layout
  | { kind: "report"; id: string } // a cell of the form, wherever it is written
  | { kind: "words"; range: Range; old: string }; // of the newest result; nothing where they are no longer there

export interface Change {
  target: Target;
  text: string;
}

function pair(numbers: Int32Array, at: number): Range | null {
  const begin = numbers[at];
  const end = numbers[at + 1];
  return begin === undefined || end === undefined ? null : [begin, end];
}

export class Trial {
  private resumed: readonly Edit[] | null = null;
  private waiting: Change[] = []; // made while a check was running

  constructor(
    private readonly session: Session,
    private readonly checker: Checker,
  ) {}

  edit(changes: Change[]): void {
    const { result } = this.checker;
    if (!result) return;
    if (!this.checker.settled) {
      this.waiting.push(...changes);
      return;
    }
    const placed: { range: Range; text: string }[] = [];
    for (const { target, text } of changes) {
      const range = this.rangeOf(target);
      if (range) placed.push({ range, text });
    }
    let edits = this.checker.checked!.edits;
    let shown = result.text;
    for (const { range, text } of placed.sort((a, b) => b.range[0] - a.range[0])) {
      edits = edited(edits, this.checker.originalText, shown, range, text);
      shown = shown.slice(0, range[0]) + text + shown.slice(range[1]);
    }
    this.set(edits);
  }

  // Changes of an earlier visit, in places of the document without changes: to be made when that was read.
  resume(edits: readonly Edit[]): void {
    this.resumed = edits;
  }

  // A new result is there, or none will come.
  goOn(): void {
    const { resumed } = this;
    this.resumed = null;
    if (resumed && resumed.length) this.set(resumed);
    if (this.waiting.length) this.edit(this.waiting.splice(0));
  }
  forget(): void {
    this.resumed = null;
    this.waiting = [];
  }

  set(edits: readonly Edit[]): void {
    if (edits === this.session.history.current) return;
    this.session.history.set(edits);
    this.checker.again();
  }
  undo(): void {
    if (this.session.history.undo()) this.checker.again();
  }
  redo(): void {
    if (this.session.history.redo()) this.checker.again();
  }

  // Where the shown document differs from the original.
  changedRanges(): Range[] {
    return shownRanges(this.checker.checked ? this.checker.checked.edits : []);
  }

  // Null when the document as it is now has no such place.
  private rangeOf(target: Target): Range | null {
    const { layout, report, text } = this.checker.result!;
    if (target.kind === "words") return text.slice(...target.range) === target.old ? target.range : null;
    if (target.kind === "report") {
      const cell = report && report.cells[target.id];
      return cell ? cell.range : null;
    }
    if (target.kind === "block") return pair(layout.blocks, target.index * BLOCK_FIELDS + 1);
    const table = layout.tables[target.table];
    return table ? pair(table.cells, target.index * CELL_FIELDS) : null;
  }
}
