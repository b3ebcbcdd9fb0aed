// The report on the page, kept so that a reload finds it again: file, last year's file, changes. One at a
// time; a file that the browser has no room for is not kept, and leaving the page then asks.
import { fromBase64, toBase64 } from "./base64";
import type { Edit } from "./edits";
import type { Keeping } from "./keeping";
import type { Left } from "./session";
import type { Source } from "./source";

const KEY = "nianbao.draft";
const OPEN = "nianbao.open"; // in the tab: this report was on the page when the page went
const MOST = 3_500_000; // characters or bytes; browsers keep five million characters at most

interface KeptSource {
  kind: Source["kind"];
  name: string;
  text?: string;
  base64?: string;
}

interface Kept {
  visit: number;
  source: KeptSource;
  first: KeptSource | null; // where the text was typed in
  previous: KeptSource | null;
  encoding: string;
  edits: Edit[];
}

export interface Draft {
  visit: number;
  source: Source;
  first: Source;
  previous: Source | null;
  encoding: string;
  edits: Edit[];
}

function put({ kind, name, bytes }: Source): KeptSource {
  return typeof bytes === "string" ? { kind, name, text: bytes } : { kind, name, base64: toBase64(bytes) };
}

function take(kept: KeptSource): Source {
  const { kind, name, text, base64 } = kept;
  return { kind, name: String(name), bytes: typeof text === "string" ? text : fromBase64(String(base64)) };
}

const sizeOf = (source: Source | null): number => (source ? source.bytes.length : 0);

export class Drafts {
  constructor(private readonly keeping: Keeping) {}

  // False when there is no room for it.
  save(visit: number, left: Left): boolean {
    const { source, first, previous, encoding, history } = left;
    const typed = first !== source;
    this.keeping.inTab(OPEN, "yes");
    if (sizeOf(source) + sizeOf(previous) + (typed ? sizeOf(first) : 0) > MOST) {
      this.keeping.remove(KEY);
      return false;
    }
    const kept: Kept = {
      visit,
      source: put(source),
      first: typed ? put(first) : null,
      previous: previous && put(previous),
      encoding,
      edits: history.current.slice(),
    };
    return this.keeping.set(KEY, JSON.stringify(kept));
  }

  // The page shows no report: a reload finds none.
  leave(): void {
    this.keeping.inTab(OPEN, null);
  }

  get wasOpen(): boolean {
    return this.keeping.fromTab(OPEN) !== null;
  }

  read(): Draft | null {
    try {
      const kept = JSON.parse(this.keeping.get(KEY) || "null") as Kept | null;
      if (!kept) return null;
      const source = take(kept.source);
      return {
        visit: Number(kept.visit),
        source,
        first: kept.first ? take(kept.first) : source,
        previous: kept.previous && take(kept.previous),
        encoding: String(kept.encoding),
        edits: kept.edits.map(({ range, text }) => ({
          range: [Number(range[0]), Number(range[1])],
          text: String(text),
        })),
      };
    } catch {
      return null; // not ours
    }
  }

  forget(): void {
    this.keeping.remove(KEY);
    this.leave();
  }
}
