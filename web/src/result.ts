// The JSON of the core as the page sees it. Offsets are UTF-16 units, that is indices into `text`.

export const SCHEMA = 1;

export type Range = readonly [begin: number, end: number];
export type Severity = "error" | "warning" | "notice";
export type Outcome = "checked" | "partial" | "unreadable";
export type CellState = "number" | "blank" | "dash" | "text" | "unread";

export interface Place {
  range: Range;
  line: number;
  column: number;
  page?: number;
  sheet?: string; // of a workbook, with the cell's address
  address?: string;
}

// What puts a finding right, in words, and the changes it consists of; see docs/schema/result.schema.json.
export interface Cure {
  id: string;
  label: string;
  certain: boolean;
  corrections: { range: [number, number]; old: string; new: string }[];
}

export interface Repair {
  set: Record<string, number>;
  reason: string;
}

// A sum of a table that fails: the cells left of the equals sign have sign 1, those right of it -1.
export interface Relation {
  rule: string;
  cells: { id: string; sign: 1 | -1 }[];
  left: number;
  right: number;
}

export interface Finding {
  rule: string;
  severity: Severity;
  ownSeverity?: Severity; // where a person chose another
  number?: number; // among those that stand, as everywhere; absent when it was called no problem
  key?: string; // by which it is known again
  title: string;
  message: string;
  advice: string;
  basis: string;
  cells: string[];
  places: Place[];
  equation?: string;
  relations?: Relation[];
  violates?: string[];
  repairs?: Repair[];
  cures?: Cure[]; // with withCures
}

export interface ReportCell {
  value: number | null;
  text: string;
  state: CellState;
  range: Range;
  page?: number;
  table?: number;
  row?: number;
  column?: number;
}

export interface Report {
  form: string;
  year: number | null;
  agency: string | null;
  title: string | null;
  titleRange?: Range;
  sections: { number: number; heading: string; present: boolean; range: Range }[];
  cells: Record<string, ReportCell>;
}

export interface Problem {
  code: string;
  title?: string; // in a few words
  message: string;
  detail?: string;
  range?: Range;
}

export type FigureClass =
  | "matches"
  | "contradicts"
  | "part_of_sum"
  | "share_of"
  | "growth_of"
  | "not_about_tables"
  | "not_understood";

// A number of the text and what became of it. `cells`, where it was held against the tables; `figures`, where
// against others.
export interface Figure {
  range: Range;
  text: string;
  class: FigureClass;
  clause: Range;
  cells?: string[];
  signs?: (1 | -1)[]; // of the cells, where one is subtracted
  figures?: number[];
  equation?: string;
  note: string;
}

export interface Ledger {
  figures: Figure[];
  total: number;
  understood: number;
  cut?: boolean; // there were more
}

// Last year's report beside this one, where one was given. `cells` are last year's; this year's stand in
// `report`.
export interface Comparison {
  previous: { agency: string | null; year: number | null; form: string; title: string | null };
  comparable: boolean;
  reason?: string; // why it is not: another agency, another year; both are shown, nothing is held against them
  cells: Record<string, { value: number | null; text: string; state: CellState; difference?: number }>; // this year's less last year's
  // Characters of this year's section in sentences that last year's has too, word for word; the report year
  // is read alike. `alike` is the measure in percent by which a finding calls a text copied; 0 also where it
  // is too short to tell.
  sections: {
    number: number;
    characters: number;
    unchanged: number;
    percent: number;
    alike: number;
    ranges: Range[];
  }[];
}

export type VerdictKind =
  "unreadable" | "errors" | "partial" | "warnings" | "dismissed" | "limited" | "notices" | "clean";

// What became of the file that was given as last year's.
export interface LastYear {
  state: "compared" | "unreadable" | "no-report" | "other-year" | "other-agency";
  message: string;
  year?: number | null;
  agency?: string | null;
  problem?: Problem; // where it was not read
}

// The sums of the tables: how many hold, which fail, which could not be worked out.
export interface Tally {
  held: number;
  failed: (Relation & { name: string; equation: string })[];
  unchecked: { name: string; rule: string; cells: Relation["cells"] }[];
}

export interface Counts {
  errors: number;
  warnings: number;
  notices: number;
}

export type SkipKind = "not-applicable" | "unable" | "switched-off" | "limit";

export interface Result {
  schema: number;
  tool: { name: string; version: string };
  source: {
    name: string;
    format: string | null;
    encoding: string | null;
    encodingReason?: string;
    bytes: number;
  };
  outcome: Outcome;
  verdict: { kind: VerdictKind; title: string; next: string };
  problems: Problem[];
  lastYear?: LastYear; // where a file was given as last year's
  report: Report | null;
  findings: Finding[];
  passed: { rule: string; count: number }[];
  skipped: { rule: string; reason: string; kind?: SkipKind }[];
  relations?: Tally;
  // Rules switched off or rated otherwise; `unknown` are names among them that are no rule's.
  options?: { disable: string[]; severity: Record<string, Severity>; unknown?: string[] };
  ledger?: Ledger;
  summary: { errors: number; warnings: number; notices: number; dismissed?: Counts };
  comparison?: Comparison;
  text: string;
  layout: Layout;
}

// The document's blocks and tables, packed by the worker: a report has hundreds, a hostile file half a
// million.
export interface Layout {
  blocks: Int32Array; // BLOCK_FIELDS numbers a block
  tables: { rows: number; columns: number; cells: Int32Array }[]; // CELL_FIELDS numbers a cell
  glyphs: number[]; // of laid-out pages, flat: place in the text, number of the character that stands there
}

export const BLOCK_FIELDS = 6; // kind, begin, end, level, page, table
export const enum BlockKind {
  paragraph,
  heading,
  table,
}
export const CELL_FIELDS = 6; // begin, end, row, column, rows, columns

export interface Words {
  zh: string;
  en: string;
}

export interface CatalogueRule {
  id: string;
  severity: Severity;
  title: Words; // the fault
  check: Words; // what is checked
  basisKind: "law" | "form" | "practice";
  basis: Words;
  advice: Words;
}

export interface FormColumn {
  key: string;
  label: string;
  english: string;
  group?: string;
}

export interface FormRow {
  key: string;
  label: string;
  english: string;
  group?: string;
  columns: FormColumn[];
}

export interface FormTable {
  key: string;
  name: string;
  title: string;
  rows: FormRow[];
  balance?: { incoming: string[]; outgoing: string[] }; // rows whose sums are equal in every column
}

export interface Form {
  form: string;
  citation: string;
  sections: string[];
  tables: FormTable[];
  cells: Record<string, [table: string, row: string, column: string]>; // labels by id
}

export interface Family {
  id: string;
  name: Words;
  relations: boolean; // its rules hold numbers against numbers
}

export interface Catalogue {
  version: string;
  families: Family[];
  rules: CatalogueRule[];
  forms: Form[];
}
