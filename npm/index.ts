// nianbao: checks a draft 政府信息公开工作年度报告. Everything runs here; nothing is sent anywhere.
//
//   import { check } from "nianbao";
//   const result = await check(await readFile("年报.docx"), { name: "年报.docx" });
//   for (const finding of result.findings) console.log(finding.severity, finding.message);
//
// Offsets are UTF-16 units of the document's text (`withText` adds it as `text`). The module is loaded at the
// first call. PDFs are read by a part of their own, "nianbao/pdf", which is handed in as an option; without
// it the result says so.
import startCore from "nianbao-core-glue";
import coreWasm from "nianbao-core-wasm";
import { fromBase64 } from "../web/src/base64.js";
import type { Core } from "../web/src/core.js";
import type { PageRemark, ProductKind } from "../web/src/products.js";
import type { Catalogue, Finding, LastYear, Problem, Result as PageResult } from "../web/src/result.js";
import { isPdf } from "../web/src/source.js";
import { version as pdfiumVersion } from "nianbao-pdfium";

export type { Catalogue, Finding, LastYear, Problem };
export type {
  CellState,
  Cure,
  Outcome,
  Place,
  Range,
  Repair,
  Report,
  ReportCell,
  Severity,
} from "../web/src/result.js";

/** The bytes of a file (docx, doc, wps, rtf, odt, ofd, xlsx, html, mht, txt, md; pdf with its part), or text or HTML as a string. */
export type Input = Uint8Array | ArrayBuffer | string;

/** What reads PDFs: `pdf` of "nianbao/pdf". */
export interface PdfPart {
  /** Why none can be read, in both languages; null when they can. */
  missing(): Promise<{ zh: string; en: string } | null>;
  /** What is drawn on the pages, as the checker takes it. */
  read(bytes: Uint8Array): Promise<Uint8Array>;
  /** A copy with comments; null where the file cannot be written, or its author forbids them. `date`: "2026-01-15". */
  annotated(bytes: Uint8Array, remarks: readonly PageRemark[], date: string): Promise<Uint8Array | null>;
}

export interface Options {
  /** Shown in the result; decides nothing. */
  name?: string;
  language?: "zh" | "en";
  /** "2025-01-31": for rules about deadlines. */
  today?: string;
  /** Of a text whose encoding is not found out: "GB18030". */
  encoding?: string;
  /** The report year, where the report does not tell. */
  year?: number;
  /** Rules, or families ("wording/*"), that are not run. */
  disable?: string[];
  severity?: Record<string, "error" | "warning" | "notice">;
  withText?: boolean;
  /** Adds what every figure of the narrative was held against. */
  withLedger?: boolean;
  /** Adds what would put each finding right. */
  withCures?: boolean;
  /** Last year's report of the same body. */
  previous?: Input;
  /** The file of dismissed findings that the page saves, parsed: they are told apart and count for nothing. */
  dismissals?: object;
  /** Reads PDFs, this year's and last year's. */
  pdf?: PdfPart;
}

export interface Result extends Omit<PageResult, "layout" | "text"> {
  text?: string;
  document?: unknown;
}

/** What can be made of a report; see the README. */
export type { PageRemark, ProductKind };

/** A product could not be made; the message says why and what to do. */
export class NianbaoError extends Error {}

let loading: Promise<Core> | undefined;

function core(): Promise<Core> {
  if (!loading) loading = startCore({ wasmBinary: fromBase64(coreWasm) }) as Promise<Core>;
  return loading;
}

const NO_PART = {
  zh: `读取 PDF 要用 nianbao/pdf：先运行 npm install @embedpdf/pdfium@${pdfiumVersion}，再 import { pdf } from "nianbao/pdf"，并在选项里给出 { pdf }。`,
  en: `PDFs are read by nianbao/pdf: run npm install @embedpdf/pdfium@${pdfiumVersion}, then import { pdf } from "nianbao/pdf" and give { pdf } among the options.`,
};

// A file as the core takes it; of a PDF `file` is the file itself, and `bytes` are what stands on its pages.
interface Taken {
  bytes: Uint8Array | string;
  file?: Uint8Array;
  missing?: { zh: string; en: string };
}

const plain = (input: Input): Uint8Array | string =>
  input instanceof ArrayBuffer ? new Uint8Array(input) : input;

async function take(input: Input, pdf: PdfPart | undefined): Promise<Taken> {
  const bytes = plain(input);
  if (typeof bytes === "string" || !isPdf(bytes)) return { bytes };
  const missing = pdf ? await pdf.missing() : NO_PART;
  return pdf && !missing ? { bytes: await pdf.read(bytes), file: bytes } : { bytes, missing: missing! };
}

// What the core is asked with.
interface Asked {
  report: Taken;
  previous: Taken;
  own: string; // options
  language: "zh" | "en";
}

async function prepare(input: Input, { pdf, previous, ...own }: Options): Promise<Asked> {
  const [report, before] = await Promise.all([take(input, pdf), take(previous ?? "", pdf)]);
  const source = report.file && { sourceFormat: "pdf", sourceBytes: report.file.length };
  return {
    report,
    previous: before,
    own: JSON.stringify({ ...own, ...source }),
    language: own.language ?? "zh",
  };
}

// The core knows that its part is missing; what to do about it is for the package to say.
const MISSING = "pdf-reader-missing";

function explain({ problems, verdict, lastYear }: Result, { report, previous, language }: Asked): void {
  const tell = (about: Problem | undefined, words: string): void => {
    if (about && about.code === MISSING) about.message = words;
  };
  if (report.missing) {
    verdict.next = report.missing[language];
    problems.forEach((problem) => tell(problem, verdict.next));
  }
  if (previous.missing && lastYear) {
    lastYear.message = previous.missing[language];
    tell(lastYear.problem, lastYear.message);
  }
}

function made(product: Uint8Array | string): Uint8Array {
  if (typeof product === "string") throw new NianbaoError(product);
  return product;
}

/** Checks one report. A file that cannot be read is no error: `outcome` and `problems` say so. */
export async function check(bytes: Input, options: Options = {}): Promise<Result> {
  const asked = await prepare(bytes, options);
  const { report, previous, own } = asked;
  const result = JSON.parse((await core()).check(report.bytes, own, previous.bytes)) as Result & {
    error?: string;
  };
  if (result.error) throw new TypeError("nianbao: unknown option or wrong type");
  explain(result, asked);
  return result;
}

/** The rules and both statutory forms. */
export async function describe(): Promise<Catalogue> {
  return JSON.parse((await core()).describe()) as Catalogue;
}

/** What a corrected copy is made of; see the README. */
export interface Corrected {
  /** All certain cures. */
  certain?: boolean;
  /** Cures by name: "wording/until", "requests/misstated-cell:1". */
  accept?: string[];
  /** Or a list of corrections, JSON text. */
  corrections?: string;
  /** Without tracked changes. */
  plain?: boolean;
  /** Of the tracked changes: "2026-01-15". */
  date?: string;
}

function today(): string {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const NOT_WRITTEN = {
  zh: "这份 PDF 写不进批注（可能设了不许批注的限制），请用校核单。",
  en: "Comments cannot be written into this PDF, perhaps because its author forbids them; please take the check note.",
};

/** The bytes of a file to keep: a corrected or annotated copy, a check note, the statutory tables. */
export async function product(
  kind: ProductKind,
  bytes: Input,
  options: Options & Corrected = {},
): Promise<Uint8Array> {
  const { certain, accept, corrections, plain: unmarked, date, ...rest } = options;
  const { report, previous, own, language } = await prepare(bytes, rest);
  const missing = report.missing ?? previous.missing;
  if (missing) throw new NianbaoError(missing[language]);
  const all = await core();
  const sha256 = ({ file }: Taken): string | undefined => file && all.sha256(file);
  const correct = { certain, accept, corrections, plain: unmarked, date };
  const told = { ...correct, sha256: sha256(report), previousSha256: sha256(previous) };
  const make = (what: ProductKind): Uint8Array =>
    made(all.product(report.bytes, own, previous.bytes, JSON.stringify({ kind: what, ...told })));
  if (kind !== "annotated" || !report.file) return make(kind);
  const remarks = JSON.parse(new TextDecoder().decode(make("remarks.json"))) as PageRemark[];
  const copy = await rest.pdf!.annotated(report.file, remarks, date ?? rest.today ?? today());
  if (!copy) throw new NianbaoError(NOT_WRITTEN[language]);
  return copy;
}

/** An annotated copy without its remarks. */
export async function strip(bytes: Input): Promise<Uint8Array> {
  return made((await core()).strip(plain(bytes)));
}
