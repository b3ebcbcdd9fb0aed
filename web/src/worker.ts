// Runs the core. Every request is answered, by a value or by an error; after an error the page throws the worker away.
import { packCells, unpackCells } from "./batch/packed";
import { BLOCK_FIELDS, BlockKind, type Catalogue, CELL_FIELDS, type Layout, type Result } from "./result";
import {
  type Bytes,
  type Csv,
  HERE,
  Product,
  RawResult,
  Reply,
  Request,
  SheetReport,
  Survey,
  Unpacked,
  Wasm,
} from "./protocol";

interface Core {
  check(bytes: Bytes, options: string, previous: Bytes): string;
  describe(): string;
  archive(bytes: Uint8Array, language: string): string;
  product(bytes: Bytes, options: string, previous: Bytes, request: string): Uint8Array | string;
  sha256(bytes: Bytes): string;
  unpack(packed: Uint8Array, member: string, language: string): Uint8Array | string;
  relations(request: string): string;
  csvRows(bytes: Bytes, options: string, previous: Bytes): string;
  csvHeads(language: string): string;
  xlsx(reports: string): Uint8Array;
  summary(counts: string, language: string): string;
}
type Instantiated = (instance: WebAssembly.Instance) => void;
declare const NianbaoCore: (
  options: { wasmBinary: ArrayBuffer } | { instantiateWasm(imports: WebAssembly.Imports, done: Instantiated): object },
) => Promise<Core>;
declare const self: {
  onmessage: ((event: MessageEvent<Request>) => void) | null;
  postMessage(message: Reply, transfer?: Transferable[]): void;
};

let core: Core | null = null;
const KINDS: Record<string, BlockKind> = {
  paragraph: BlockKind.paragraph,
  heading: BlockKind.heading,
  table: BlockKind.table,
};

function pack(document: RawResult["document"]): Layout {
  const blocks = document ? document.blocks : [];
  const packed = new Int32Array(blocks.length * BLOCK_FIELDS);
  blocks.forEach((b, i) => {
    const table = b.table === undefined ? -1 : b.table;
    packed.set([KINDS[b.kind] ?? 0, b.range[0], b.range[1], b.level || 0, b.page || 0, table], i * BLOCK_FIELDS);
  });
  const tables = (document ? document.tables : []).map((t) => {
    const cells = new Int32Array(t.cells.length * CELL_FIELDS);
    t.cells.forEach((cell, i) => cells.set(cell, i * CELL_FIELDS));
    return { rows: t.rows, columns: t.columns, cells };
  });
  return { blocks: packed, tables };
}

type Checking = Extract<Request, { kind: "check" | "survey" }>;

function rawResult({ bytes, options, previous }: Checking, withText: boolean): RawResult {
  const json = core!.check(bytes, JSON.stringify({ ...options, withText }), previous || "");
  const raw = JSON.parse(json) as RawResult & { error?: string };
  if (raw.error) throw new Error(raw.error);
  return raw;
}

function check(request: Checking): { value: Result; transfer: Transferable[] } {
  const { document, ...rest } = rawResult(request, true);
  const layout = pack(document);
  const transfer = [layout.blocks.buffer, ...layout.tables.map((t) => t.cells.buffer)] as ArrayBuffer[];
  return { value: { ...rest, text: rest.text || "", layout }, transfer };
}

let known: Catalogue | null = null;
function cellIds(form: string): string[] {
  if (!known) known = JSON.parse(core!.describe()) as Catalogue;
  const found = known.forms.find((f) => f.form === form);
  return found ? Object.keys(found.cells) : [];
}

function sheet(reports: readonly SheetReport[]): Uint8Array {
  const rows = reports.map(({ packed, ...row }) => ({
    ...row,
    cells: row.form && packed ? unpackCells(cellIds(row.form), packed) : {},
  }));
  return core!.xlsx(JSON.stringify(rows));
}

function csv({ bytes, options, previous }: Extract<Request, { kind: "csv" }>): Csv {
  const rows = JSON.parse(core!.csvRows(bytes, JSON.stringify(options), previous || "")) as Csv & { error?: string };
  if (rows.error) throw new Error(rows.error);
  return rows;
}

function survey(request: Extract<Request, { kind: "survey" }>): Survey {
  const options = { ...request.options, withDigest: true };
  const {
    outcome,
    problems,
    report,
    findings,
    summary,
    digest,
    options: chosen,
  } = rawResult({ ...request, options }, false);
  const rules: Survey["rules"] = {};
  for (const { rule } of findings) rules[rule] = (rules[rule] || 0) + 1;
  const cells: Survey["cells"] = {};
  for (const id of request.cells) {
    const cell = report && report.cells[id];
    if (cell) cells[id] = { value: cell.value, text: cell.text, state: cell.state };
  }
  return {
    ...summary,
    outcome,
    options: chosen,
    problem: problems[0] ? problems[0].message : null,
    agency: report && report.agency,
    year: report && report.year,
    form: report && report.form,
    rules,
    cells,
    packed: report ? packCells(cellIds(report.form), report.cells) : null,
    digest: digest || null,
  };
}

function unpack({ packed, member, language }: Extract<Request, { kind: "unpack" }>): Unpacked {
  const out = core!.unpack(packed, JSON.stringify(member), language);
  return typeof out === "string" ? { problem: JSON.parse(out) } : { bytes: out };
}

function product(call: Extract<Request, { kind: "product" }>): Product {
  const { file, previousFile, dismissals } = call;
  const request = {
    kind: call.product,
    dismissals,
    sha256: file === undefined ? "" : core!.sha256(file),
    previousSha256: previousFile === undefined ? "" : core!.sha256(previousFile),
  };
  const out = core!.product(call.bytes, JSON.stringify(call.options), call.previous || "", JSON.stringify(request));
  return typeof out === "string" ? { problem: out } : { bytes: out };
}

function started(wasm: Wasm): Promise<Core> {
  if (!(wasm instanceof WebAssembly.Module)) return NianbaoCore({ wasmBinary: wasm });
  return new Promise((resolve, reject) => {
    const instantiateWasm = (imports: WebAssembly.Imports, done: Instantiated): object => {
      try {
        done(new WebAssembly.Instance(wasm, imports));
      } catch (error) {
        reject(error);
      }
      return {}; // the exports were given
    };
    NianbaoCore({ instantiateWasm }).then(resolve, reject);
  });
}

async function answer(request: Request): Promise<void> {
  if (request.kind === "start") {
    core = await started(request.wasm);
    self.postMessage({ id: 0, ok: true, value: null });
  } else if (request.kind === "describe") {
    self.postMessage({ id: request.id, ok: true, value: JSON.parse(core!.describe()) });
  } else if (request.kind === "survey") {
    self.postMessage({ id: request.id, ok: true, value: survey(request) });
  } else if (request.kind === "archive") {
    self.postMessage({ id: request.id, ok: true, value: JSON.parse(core!.archive(request.bytes, request.language)) });
  } else if (request.kind === "product") {
    const value = product(request);
    self.postMessage({ id: request.id, ok: true, value }, "bytes" in value ? [value.bytes.buffer] : []);
  } else if (request.kind === "unpack") {
    const value = unpack(request);
    self.postMessage({ id: request.id, ok: true, value }, "bytes" in value ? [value.bytes.buffer] : []);
  } else if (request.kind === "relations") {
    self.postMessage({ id: request.id, ok: true, value: JSON.parse(core!.relations(JSON.stringify(request))) });
  } else if (request.kind === "csv") {
    self.postMessage({ id: request.id, ok: true, value: csv(request) });
  } else if (request.kind === "csvHeads") {
    self.postMessage({ id: request.id, ok: true, value: JSON.parse(core!.csvHeads(request.language)) });
  } else if (request.kind === "xlsx") {
    const value = sheet(request.reports);
    self.postMessage({ id: request.id, ok: true, value }, [value.buffer]);
  } else if (request.kind === "summary") {
    self.postMessage({ id: request.id, ok: true, value: core!.summary(JSON.stringify(request), request.language) });
  } else {
    const { value, transfer } = check(request);
    self.postMessage({ id: request.id, ok: true, value }, transfer);
  }
}

self.onmessage = ({ data }) => {
  answer(data).catch((error: unknown) => self.postMessage({ id: data.id, ok: false, message: String(error) }));
};
self.postMessage({ id: HERE, ok: true, value: null });
