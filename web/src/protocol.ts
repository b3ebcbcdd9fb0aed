// What crosses between the page and its worker. Plain data; every request carries an id and gets one reply.
import type { Outcome, ReportCell, Result } from "./result";

export interface CheckOptions {
  name: string;
  language: "zh" | "en";
  today?: string;
  encoding?: string;
  year?: number;
  disable?: string[];
  edits?: { range: readonly [number, number]; text: string }[];
  sourceFormat?: string;
  sourceBytes?: number;
}

export type Bytes = Uint8Array | string; // a string is pasted text, sent on as UTF-8

export type Request =
  | { id: 0; kind: "start"; wasm: ArrayBuffer }
  | { id: number; kind: "describe" }
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
