// What-if changes. An edit replaces a range of the document as read; the core applies the list before
// binding. A person edits what is shown, that is the document with the edits in it, so places are carried
// back here.
import type { Range } from "./result";

export interface Edit {
  range: Range; // in the document without edits
  text: string;
}

interface Placed {
  edit: Edit;
  begin: number; // in the document with edits
  end: number;
}

function place(edits: readonly Edit[]): Placed[] {
  let moved = 0;
  return edits.map((edit) => {
    const begin = edit.range[0] + moved;
    moved += edit.text.length - (edit.range[1] - edit.range[0]);
    return { edit, begin, end: begin + edit.text.length };
  });
}

// Where a place of the shown document, outside all edits, lies in the document without them.
function before(placed: readonly Placed[], at: number): number {
  let moved = 0;
  for (const p of placed) if (p.end <= at) moved = p.edit.range[1] - p.end;
  return at + moved;
}

// The list with the text at `range` of the shown document replaced. Edits that the range touches become one
// with it; what is as it was in the original is no edit.
export function edited(
  edits: readonly Edit[],
  original: string,
  shown: string,
  range: Range,
  text: string,
): readonly Edit[] {
  const placed = place(edits);
  const touched = placed.filter((p) => p.begin <= range[1] && p.end >= range[0]);
  const first = touched[0];
  const last = touched[touched.length - 1];
  const begin = first ? Math.min(range[0], first.begin) : range[0];
  const end = last ? Math.max(range[1], last.end) : range[1];
  const from = first && begin === first.begin ? first.edit.range[0] : before(placed, begin);
  const to = last ? last.edit.range[1] + (end - last.end) : from + (end - begin);
  const merged: Edit = {
    range: [from, to],
    text: shown.slice(begin, range[0]) + text + shown.slice(range[1], end),
  };
  const kept = edits.filter((edit) => !touched.some((p) => p.edit === edit));
  if (original.slice(from, to) === merged.text) return kept;
  return [...kept, merged].sort((a, b) => a.range[0] - b.range[0]);
}

// Where the edits show, in their order.
export function shownRanges(edits: readonly Edit[]): Range[] {
  return place(edits).map((p) => [p.begin, p.end] as const);
}

// A list of edits with undo and redo.
export class History {
  private past: (readonly Edit[])[] = [];
  private future: (readonly Edit[])[] = [];
  current: readonly Edit[] = [];

  set(edits: readonly Edit[]): void {
    this.past.push(this.current);
    this.future = [];
    this.current = edits;
  }
  undo(): boolean {
    return this.step(this.past, this.future);
  }
  redo(): boolean {
    return this.step(this.future, this.past);
  }
  get canUndo(): boolean {
    return this.past.length > 0;
  }
  get canRedo(): boolean {
    return this.future.length > 0;
  }
  reset(): void {
    this.past = [];
    this.future = [];
    this.current = [];
  }

  private step(from: (readonly Edit[])[], to: (readonly Edit[])[]): boolean {
    const next = from.pop();
    if (!next) return false;
    to.push(this.current);
    this.current = next;
    return true;
  }
}
