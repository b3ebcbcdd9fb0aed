// What crosses between the page and its worker. Plain data; every request carries an id and gets one reply.
import type { Result } from "./result";

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
  | { id: number; kind: "check"; bytes: Bytes; options: CheckOptions; previous?: Bytes };

export type Reply = { id: number; ok: true; value: unknown } | { id: number; ok: false; message: string };

// A result as the core writes it, before the worker packs the layout.
export interface RawResult extends Omit<Result, "layout"> {
  document?: {
    blocks: { kind: string; range: [number, number]; level?: number; page?: number; table?: number }[];
    tables: { rows: number; columns: number; cells: number[][] }[];
  };
}
