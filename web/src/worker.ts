// Runs the core. Every request is answered, by a value or by an error; after an error the page throws the worker away.
import { packCells, unpackCells } from "./batch/packed";
import { BLOCK_FIELDS, BlockKind, type Catalogue, CELL_FIELDS, type Layout, type Result } from "./result";
import type { Core } from "./core";
import {
  type Answer,
  type Ask,
  type Checking,
  HERE,
  type Kind,
  RawResult,
  Reply,
  Request,
  Survey,
  Wasm,
} from "./protocol";

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
  return { blocks: packed, tables, glyphs: (document && document.glyphs) || [] };
}

function rawResult({ bytes, options, previous }: Checking, withText: boolean): RawResult {
  const json = core!.check(bytes, JSON.stringify({ ...options, withText }), previous || "");
  const raw = JSON.parse(json) as RawResult & { error?: string };
  if (raw.error) throw new Error(raw.error);
  return raw;
}

function check(request: Checking): Result {
  const { document, ...rest } = rawResult(request, true);
  return { ...rest, text: rest.text || "", layout: pack(document) };
}

let known: Catalogue | null = null;
function cellIds(form: string): string[] {
  if (!known) known = JSON.parse(core!.describe()) as Catalogue;
  const found = known.forms.find((f) => f.form === form);
  return found ? Object.keys(found.cells) : [];
}

function sheet({ reports }: Ask<"xlsx">): Uint8Array {
  const rows = reports.map(({ packed, ...row }) => ({
    ...row,
    cells: row.form && packed ? unpackCells(cellIds(row.form), packed) : {},
  }));
  return core!.xlsx(JSON.stringify(rows));
}

function csv({ bytes, options, previous }: Checking): Answer<"csv"> {
  const rows = JSON.parse(core!.csvRows(bytes, JSON.stringify(options), previous || "")) as Answer<"csv"> & {
    error?: string;
  };
  if (rows.error) throw new Error(rows.error);
  return rows;
}

function survey(request: Ask<"survey">): Survey {
  const options = { ...request.options, withDigest: true };
  const { outcome, problems, report, findings, summary, digest, verdict } = rawResult({ ...request, options }, false);
  const rules: Survey["rules"] = {};
  for (const { rule } of findings) rules[rule] = (rules[rule] || 0) + 1;
  const cells: Survey["cells"] = {};
  for (const id of request.cells) {
    const cell = report && report.cells[id];
    if (cell) cells[id] = { value: cell.value, text: cell.text, state: cell.state };
  }
  return {
    errors: summary.errors,
    warnings: summary.warnings,
    notices: summary.notices,
    outcome,
    verdict: verdict.kind,
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

function unpack({ packed, member, language }: Ask<"unpack">): Answer<"unpack"> {
  const out = core!.unpack(packed, JSON.stringify(member), language);
  return typeof out === "string" ? { problem: JSON.parse(out) } : { bytes: out };
}

function product(call: Ask<"product">): Answer<"product"> {
  const { file, previousFile } = call;
  const request = {
    kind: call.product,
    sha256: file === undefined ? "" : core!.sha256(file),
    previousSha256: previousFile === undefined ? "" : core!.sha256(previousFile),
    ...call.correct,
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

const ANSWERS: { [K in Kind]: (ask: Ask<K>) => Answer<K> } = {
  describe: () => JSON.parse(core!.describe()),
  check,
  survey,
  product,
  archive: ({ bytes, language }) => JSON.parse(core!.archive(bytes, language)),
  unpack,
  relations: (ask) => JSON.parse(core!.relations(JSON.stringify(ask))),
  csv,
  csvHeads: ({ language }) => JSON.parse(core!.csvHeads(language)),
  xlsx: sheet,
  summary: (ask) => core!.summary(JSON.stringify(ask), ask.language),
};

// What need not be copied.
const GIVEN_AWAY: { [K in Kind]?: (answer: Answer<K>) => ArrayBufferLike[] } = {
  check: ({ layout }) => [layout.blocks.buffer, ...layout.tables.map((t) => t.cells.buffer)],
  product: (made) => ("bytes" in made ? [made.bytes.buffer] : []),
  unpack: (made) => ("bytes" in made ? [made.bytes.buffer] : []),
  xlsx: (bytes) => [bytes.buffer],
};

function respond<K extends Kind>(id: number, kind: K, ask: Ask<K>): void {
  const value = (ANSWERS[kind] as (ask: Ask<K>) => Answer<K>)(ask);
  const given = GIVEN_AWAY[kind] as ((answer: Answer<K>) => ArrayBufferLike[]) | undefined;
  self.postMessage({ id, ok: true, value }, (given ? given(value) : []) as ArrayBuffer[]);
}

async function answer(request: Request): Promise<void> {
  if (request.kind !== "start") return respond(request.id, request.kind, request.ask);
  core = await started(request.wasm);
  self.postMessage({ id: 0, ok: true, value: null });
}

self.onmessage = ({ data }) => {
  answer(data).catch((error: unknown) => self.postMessage({ id: data.id, ok: false, message: String(error) }));
};
self.postMessage({ id: HERE, ok: true, value: null });
