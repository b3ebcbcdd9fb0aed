// What crosses between the page and its worker. Plain data; every request carries an id and gets one reply.
import type { MarksFile } from "./marks.js";
import type { ProductKind } from "./products.js";
import type {
  Catalogue,
  Finding,
  Outcome,
  Problem,
  ReportCell,
  Result,
  Severity,
  VerdictKind,
} from "./result.js";

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
  withCures?: boolean; // adds what would put each finding right
  withDigest?: boolean; // adds the report's Digest to the result
  dismissals?: MarksFile; // findings that the user called no problem
  together?: Digest[]; // of this report and then of those it is related to: what is found among them is told at its places
}

export type Bytes = Uint8Array | string; // a string is pasted text, sent on as UTF-8

// What a zip of reports holds, from its directory alone; nothing is inflated. The page keeps the archive as a
// Blob and reads one member at a time: `await blob.slice(...member.packed).arrayBuffer()` goes to "unpack"
// with the member, which gives the report's bytes. So memory holds the archive once (while it is listed),
// then one packed member and its bytes. A docx, xlsx, odt or ofd is a zip too: "archive" is for files whose
// check says that they are archives (problem "unsupported"), or whose first bytes are PK\x03\x04 and whose
// name does not end in .docx, .docm, .xlsx, .odt or .ofd.
export interface ArchiveListing {
  members: ArchiveMember[]; // those that may be reports, in the archive's order; none with a problem
  others: string[]; // names of files that are no documents (pictures, spreadsheets); debris of systems is left out
  document: boolean; // the whole is one office file (xlsx, ofd, docx named .zip): nothing in it is listed, it is checked itself
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

// Which copies can be had of a file; `problem`: in words, why there is none; `list`: the corrections come
// beside the file.
export interface CopiesOf {
  corrected: { list: boolean; problem: string | null };
  annotated: { problem: string | null };
}

// The file, or why there is none, in words.
export type Product = { bytes: Uint8Array } | { problem: string };

// The report's bytes, or why they could not be had (damaged, encrypted, limit).
export type Unpacked = { bytes: Uint8Array } | { problem: Problem };

// What the core keeps of one report among many, about 1.5 KB and none of its text: who and when it is of, the
// totals that a roll-up adds up, fingerprints of its text. Made with "withDigest" (a survey always has it);
// handed back as it came.
export interface Digest {
  name: string;
  agency: string; // folded; empty when unknown
  year: number; // 0 when unknown
  form: number;
  coversAll: boolean;
  totals: (number | null)[];
  comparable: boolean;
  sketch: string;
}

// What many reports say about each other. A report that is opened is checked again with `previous` (the bytes
// of the report that `relation.previous` names) and with together: [its digest, ...relation.related's
// digests]; its result then has the same findings at their places, and those of history/*. Until then
// `findings` are enough for its row in the table. Time: n log n; 10,000 reports take well under a second.
export interface Relation {
  previous: number | null; // index of the report of the same body of the year before
  related: number[]; // indices: bodies below it (missing ones by their report of another year), bodies with nearly the same text
  findings: Pick<Finding, "rule" | "severity" | "title" | "message" | "advice" | "basis" | "cells">[]; // rollup/*
}

// A roster as the core read it; `problem` says why there is none.
export interface Roster {
  names: string[];
  unused: string[];
  problem?: string;
}

// A printed page in parts, as the core has it.
export type SheetBlock = { text: string } | { rows: SheetCell[][] };
export type SheetCell = [text: string, rows: number, columns: number, head: boolean];

export type LineTopic =
  | "counts"
  | "missing"
  | "twice"
  | "other-year"
  | "asked"
  | "unread"
  | "stray"
  | "alike"
  | "errors"
  | "totals"
  | "county"
  | "difference";

// Who has handed in and what it adds up to, see core/desk/desk_json.h. Reports are indices. Words are in the
// user's language; the blocks of the totals are a printed page, in Chinese.
export interface Handing {
  year: number;
  lines: { topic: LineTopic; text: string }[];
  bodies: {
    name: string;
    state: "handed-in" | "twice" | "other-year" | "asked" | "unread" | "missing";
    words: string;
    remark: string;
    taken: number | null;
    reports: number[];
    otherYears: number[];
    questions: { report: number; words: string }[];
  }[];
  strays: (string | null)[]; // by report
  leftOut: boolean[]; // by report: held against no other body's
  alike: number[][];
  notes: string[]; // by report: the name of its check note
  totals: { form: string; reports: number[]; blocks: SheetBlock[] }[];
  against: {
    compared: number;
    differences: { cell: number; own: string; sum: string; by: string; name: string; words: string }[];
    reasons: { report: number; words: string }[];
  } | null;
}

// Requests and their outcomes over the years; `picture` is SVG text.
export interface Years {
  years: number[];
  bodies: number[]; // that are added up
  lines: { name: string; values: (string | null)[] }[];
  picture: string;
}

// Rows of comma-separated values, or what stands before them.
export interface Csv {
  findings: string;
  cells: string;
}

export type Wasm = WebAssembly.Module | ArrayBuffer; // the core, compiled or not

type Language = CheckOptions["language"];

export interface Checking {
  bytes: Bytes;
  options: CheckOptions;
  previous?: Bytes;
}

// What the worker can be asked, and what it answers: worker and engine follow from this.
export interface Calls {
  describe: [ask: object, answer: Catalogue];
  check: [ask: Checking, answer: Result];
  // `cells`: ids wanted in the answer; `file`: the PDF itself, where the bytes are its geometry.
  survey: [ask: Checking & { cells: string[]; file?: Bytes }, answer: Survey];
  product: [
    ask: Checking & {
      product: ProductKind;
      file?: Bytes; // the PDFs themselves, where the bytes are their geometry
      previousFile?: Bytes;
      correct?: { corrections: string; plain?: boolean; date?: string }; // JSON text of what was accepted: of "corrected" and "annotated"
    },
    answer: Product,
  ];
  archive: [ask: { bytes: Uint8Array; language: Language }, answer: ArchiveListing];
  unpack: [ask: { packed: Uint8Array; member: ArchiveMember; language: Language }, answer: Unpacked];
  // Null where the digest is null. `parent`: index of the report that the user chose as the sum of the
  // others.
  relations: [
    ask: { reports: (Digest | null)[]; parent?: number; leftOut?: boolean[]; language: Language },
    answer: (Relation | null)[],
  ];
  csv: [ask: Checking, answer: Csv]; // of one report
  csvHeads: [ask: { language: Language }, answer: Csv];
  roster: [ask: { bytes: Bytes; language: Language }, answer: Roster];
  desk: [ask: { request: string }, answer: Handing];
  years: [ask: { request: string }, answer: Years];
  totals: [ask: { request: string; form: string; format: string }, answer: Uint8Array];
  rows: [ask: Checking, answer: string]; // what a report adds to the workbook
  addRows: [ask: { rows: string }, answer: true]; // to the workbook in the making
  workbook: [ask: { request: string }, answer: Uint8Array];
  pack: [ask: { name: string; bytes: Uint8Array }, answer: Uint8Array]; // the next piece of a zip; an empty name: its last
  sha256: [ask: { bytes: Uint8Array }, answer: string];
  // A picture (SVG text) of how often each rule spoke: [findings, reports with one] by rule.
  summary: [
    ask: { checked: number; rules: Record<string, [number, number]>; language: Language },
    answer: string,
  ];
}
export type Kind = keyof Calls;
export type Ask<K extends Kind> = Calls[K][0];
export type Answer<K extends Kind> = Calls[K][1];

export type Request =
  { id: 0; kind: "start"; wasm: Wasm } | { [K in Kind]: { id: number; kind: K; ask: Ask<K> } }[Kind];

// The worker's first word, before any request: its script runs.
export const HERE = -1;

export type Reply = { id: number; ok: true; value: unknown } | { id: number; ok: false; message: string };

// A result as the core writes it, before the worker packs the layout.
export interface RawResult extends Omit<Result, "layout"> {
  digest?: Digest;
  document?: {
    blocks: { kind: string; range: [number, number]; level?: number; page?: number; table?: number }[];
    tables: { rows: number; columns: number; cells: number[][] }[];
    glyphs?: number[];
  };
}

// What is kept of one report among many: the worker makes it of the result, which stays there and goes.
export interface Survey {
  outcome: Outcome;
  verdict: VerdictKind; // of the report by itself
  problem: string | null; // the first
  agency: string | null;
  year: number | null;
  form: string | null;
  errors: number;
  warnings: number;
  notices: number;
  rules: Record<string, number>; // findings by rule
  told: [key: string, about: string][]; // of every finding that stands: its name, and its rule with its cells
  dismissed: number; // findings called no problem
  handed: string; // what the desk keeps of it, JSON (core/desk/desk_json.h)
  sha256: string; // of the file
  digest: Digest | null; // null when no report was found
  cells: Record<string, Pick<ReportCell, "value" | "text" | "state">>; // those that were asked for and are there
}
