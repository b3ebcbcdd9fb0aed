// nianbao: checks a draft 政府信息公开工作年度报告. Everything runs here; nothing is sent anywhere.
//
//   import { check } from "nianbao";
//   const result = await check(await readFile("年报.docx"), { name: "年报.docx" });
//   for (const finding of result.findings) console.log(finding.severity, finding.message);
//
// Offsets are UTF-16 units of the document's text (`withText` adds it as `text`). The module is loaded at the first call.
// PDFs are not read here: the command line and the page have parts of their own for them; the result says so.
import startCore from "nianbao-core-glue";
import coreWasm from "nianbao-core-wasm";
import { fromBase64 } from "../web/src/base64.js";
import type { Core } from "../web/src/core.js";
import type { ProductKind } from "../web/src/protocol.js";
import type { Catalogue, Finding, Problem, Result as PageResult } from "../web/src/result.js";

export type { Catalogue, Finding, Problem };
export type { CellState, Outcome, Place, Range, Repair, Report, ReportCell, Severity } from "../web/src/result.js";

/** The bytes of a file (docx, doc, wps, rtf, odt, ofd, xlsx, html, mht, txt, md), or text or HTML as a string. */
export type Input = Uint8Array | ArrayBuffer | string;

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
}

export interface Result extends Omit<PageResult, "layout" | "text"> {
  text?: string;
  document?: unknown;
}

/** What can be made of a report; see the README. */
export type { ProductKind };

/** A product could not be made; the message says why and what to do. */
export class NianbaoError extends Error {}

let loading: Promise<Core> | undefined;

function core(): Promise<Core> {
  if (!loading) loading = startCore({ wasmBinary: fromBase64(coreWasm) }) as Promise<Core>;
  return loading;
}

const plain = (input: Input): Uint8Array | string => (input instanceof ArrayBuffer ? new Uint8Array(input) : input);

function split(options: Options): { own: string; previous: Uint8Array | string } {
  const { previous, ...own } = options;
  return { own: JSON.stringify(own), previous: previous === undefined ? "" : plain(previous) };
}

function made(product: Uint8Array | string): Uint8Array {
  if (typeof product === "string") throw new NianbaoError(product);
  return product;
}

/** Checks one report. A file that cannot be read is no error: `outcome` and `problems` say so. */
export async function check(bytes: Input, options: Options = {}): Promise<Result> {
  const { own, previous } = split(options);
  const result = JSON.parse((await core()).check(plain(bytes), own, previous)) as Result & { error?: string };
  if (result.error) throw new TypeError("nianbao: unknown option or wrong type");
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

/** The bytes of a file to keep: a corrected or annotated copy, a check note, the statutory tables. */
export async function product(kind: ProductKind, bytes: Input, options: Options & Corrected = {}): Promise<Uint8Array> {
  const { certain, accept, corrections, plain: unmarked, date, ...rest } = options;
  const { own, previous } = split(rest);
  const request = { kind, certain, accept, corrections, plain: unmarked, date };
  return made((await core()).product(plain(bytes), own, previous, JSON.stringify(request)));
}

/** An annotated copy without its remarks. */
export async function strip(bytes: Input): Promise<Uint8Array> {
  return made((await core()).strip(plain(bytes)));
}
