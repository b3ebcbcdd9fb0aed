// Two texts of one report beside each other (another draft, last year's): paragraph by paragraph, what stayed
// and what did not; and the cells that differ.
import { BLOCK_FIELDS, BlockKind, type Report, type Result } from "./result";

export interface Pair {
  before: string | null; // null: only now
  now: string | null; // null: gone
  kept: boolean;
}

const MOST = 4_000_000; // comparisons; beyond, everything between the ends that agree is told as changed

export function paragraphsOf({ layout, text }: Result): string[] {
  const all: string[] = [];
  for (let i = 0; i < layout.blocks.length; i += BLOCK_FIELDS) {
    const [kind = 0, begin = 0, end = 0] = layout.blocks.subarray(i, i + 3);
    const words = kind === BlockKind.table ? "" : text.slice(begin, end).replace(/\s+/g, " ").trim();
    if (words) all.push(words);
  }
  return all;
}

// Lengths of the longest common part of the ends from i and j on.
function lengths(a: readonly string[], b: readonly string[]): Uint32Array {
  const width = b.length + 1;
  const table = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const at = i * width + j;
      table[at] = a[i] === b[j] ? table[at + width + 1]! + 1 : Math.max(table[at + width]!, table[at + 1]!);
    }
  return table;
}

// What stands between two kept paragraphs, side by side in their order.
function changed(before: string[], now: string[]): Pair[] {
  const pairs: Pair[] = [];
  for (let i = 0; i < Math.max(before.length, now.length); i++)
    pairs.push({ before: before[i] ?? null, now: now[i] ?? null, kept: false });
  return pairs;
}

// `alike`: what two paragraphs are compared by. Cost: the product of the parts that differ, see MOST.
export function beside(
  before: readonly string[],
  now: readonly string[],
  alike: (text: string) => string,
): Pair[] {
  const a = before.map(alike);
  const b = now.map(alike);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail++;
  const kept = (i: number, j: number): Pair => ({ before: before[i]!, now: now[j]!, kept: true });
  const pairs: Pair[] = [];
  for (let i = 0; i < head; i++) pairs.push(kept(i, i));
  const middle = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)] as const;
  const table = middle[0].length * middle[1].length > MOST ? null : lengths(...middle);
  const width = middle[1].length + 1;
  let [i, j] = [0, 0];
  let gone: string[] = [];
  let come: string[] = [];
  while (i < middle[0].length || j < middle[1].length) {
    const same = table && i < middle[0].length && j < middle[1].length && middle[0][i] === middle[1][j];
    if (same) {
      pairs.push(...changed(gone.splice(0), come.splice(0)), kept(head + i++, head + j++));
      continue;
    }
    const down = table ? table[(i + 1) * width + j]! : 1;
    const right = table ? table[i * width + j + 1]! : 0;
    if (i < middle[0].length && (j >= middle[1].length || down >= right)) gone.push(before[head + i++]!);
    else come.push(now[head + j++]!);
  }
  pairs.push(...changed(gone, come));
  gone = come = [];
  for (let k = tail; k > 0; k--) pairs.push(kept(a.length - k, b.length - k));
  return pairs;
}

export interface CellChange {
  id: string;
  before: string | null; // null: not there
  now: string | null;
}

export function cellChanges(before: Report | null, now: Report | null): CellChange[] {
  const [a, b] = [before ? before.cells : {}, now ? now.cells : {}];
  const changes: CellChange[] = [];
  for (const id of Object.keys({ ...a, ...b })) {
    const [x, y] = [a[id], b[id]];
    const text = (cell: typeof x): string | null => (cell ? cell.text.trim() : null);
    if (text(x) !== text(y)) changes.push({ id, before: text(x), now: text(y) });
  }
  return changes;
}
