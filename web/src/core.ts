// The functions of the WebAssembly module (wasm/bindings.cpp), for the page's worker and for the package:
// bytes and JSON text in, JSON text or bytes out. `previous` is empty when there is no report of last year.
import type { Bytes } from "./protocol.js";

export interface Core {
  check(bytes: Bytes, options: string, previous: Bytes): string;
  describe(): string;
  archive(bytes: Uint8Array, language: string): string;
  product(bytes: Bytes, options: string, previous: Bytes, request: string): Uint8Array | string; // string: why there is none
  strip(bytes: Bytes): Uint8Array | string;
  sha256(bytes: Bytes): string;
  unpack(packed: Uint8Array, member: string, language: string): Uint8Array | string;
  relations(request: string): string;
  csvRows(bytes: Bytes, options: string, previous: Bytes): string;
  csvHeads(language: string): string;
  summary(counts: string, language: string): string;
  survey(bytes: Bytes, options: string, previous: Bytes): string;
  roster(bytes: Bytes, language: string): string;
  desk(request: string): string;
  years(request: string): string;
  totals(request: string, form: string, format: string): Uint8Array;
  rows(bytes: Bytes, options: string, previous: Bytes): string;
  addRows(rows: string): void;
  finishBook(request: string): Uint8Array;
  pack(name: string, content: Uint8Array): Uint8Array; // an empty name: the end of the zip
}
