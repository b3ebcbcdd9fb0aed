// What crosses between the page and its worker. Plain data; every request carries an id and gets one reply.
import type { Outcome, Problem, ReportCell, Result, Severity } from "./result";

export interface CheckOptions {
  name: string;
  language: "zh" | "en";
  today?: string;
  encoding?: string;
  year?: number;
  disable?: string[];
  severity?: Record<string, Severity>;
  withLedger?: boolean;
  edits?: { range: readonly [number, number]; text: string }[];
  sourceFormat?: string;
  sourceBytes?: number;
}

export type Bytes = Uint8Array | string; // a string is pasted text, sent on as UTF-8

// What a zip of reports holds, from its directory alone; nothing is inflated. The page keeps the archive as a Blob and
// reads one member at a time: `await blob.slice(...member.packed).arrayBuffer()` goes to "unpack" with the member, which
// gives the report's bytes. So memory holds the archive once (while it is listed), then one packed member and its bytes.
// A docx or odt is a zip too: "archive" is for files whose check says that they are archives (problem "unsupported"),
// or whose first bytes are PK\x03\x04 and whose name does not end in .docx, .docm or .odt.
export interface ArchiveListing {
  members: ArchiveMember[]; // those that may be reports, in the archive's order; none with a problem
  others: string[]; // names of files that are no documents (pictures, spreadsheets); debris of systems is left out
  problems: Problem[]; // damaged; limit: size of the archive, number of members, size unpacked
}

export interface ArchiveMember {
  name: string; // 县A/年报.docx, decoded
  packed: [number, number]; // bytes of the archive
  size: number; // unpacked
  crc: number;
  method: number;
  encrypted: boolean;
}

// What a person takes away, by the core's names for it (core/note/products.h).
export type ProductKind =
  "annotated" | "note.html" | "note.docx" | "tables.html" | "tables.docx" | "tables.json" | "tables.csv";

// The file, or why there is none, in words.
export type Product = { bytes: Uint8Array } | { problem: string };

// The report's bytes, or why they could not be had (damaged, encrypted, limit).
export type Unpacked = { bytes: Uint8Array } | { problem: Problem };

export type Request =
  | { id: 0; kind: "start"; wasm: ArrayBuffer }
  | { id: number; kind: "describe" }
  | { id: number; kind: "archive"; bytes: Uint8Array; language: "zh" | "en" } // ArchiveListing
  | { id: number; kind: "unpack"; packed: Uint8Array; member: ArchiveMember; language: "zh" | "en" } // Unpacked
  | {
      id: number;
      kind: "product";
      product: ProductKind;
      bytes: Bytes;
      options: CheckOptions;
      previous?: Bytes;
      file?: Bytes; // the PDFs themselves, where the bytes are their geometry
      previousFile?: Bytes;
      dismissals: string;
    } // Product
  | { id: number; kind: "check"; bytes: Bytes; options: CheckOptions; previous?: Bytes }
  | { id: number; kind: "survey"; bytes: Bytes; options: CheckOptions; previous?: Bytes; cells: string[] };

export type Reply = { id: number; ok: true; value: unknown } | { id: number; ok: false; message: string };

// A result as the core writes it, before the worker packs the layout.
export interface RawResult extends Omit<Result, "layout"> {
  document?: {
    blocks: { kind: string; range: [number, number]; level?: number; page?: number; table?: number }[];
    tables: { rows: number; columns: number; cells: number[][] }[];
  };
}

// What is kept of one report among many: the worker makes it of the result, which stays there and goes.
export interface Survey {
  outcome: Outcome;
  problem: string | null; // the first
  agency: string | null;
  year: number | null;
  form: string | null;
  errors: number;
  warnings: number;
  notices: number;
  rules: Record<string, number>; // findings by rule
  cells: Record<string, Pick<ReportCell, "value" | "text" | "state">>; // those that were asked for and are there
}
