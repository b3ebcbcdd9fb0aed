// Runs the core. Every request is answered, by a value or by an error; after an error the page throws the worker away.
import { BLOCK_FIELDS, BlockKind, CELL_FIELDS, type Layout, type Result } from "./result";
import type { Bytes, RawResult, Reply, Request } from "./protocol";

interface Core {
  check(bytes: Bytes, options: string, previous: Bytes): string;
  describe(): string;
}
declare const NianbaoCore: (options: { wasmBinary: ArrayBuffer }) => Promise<Core>;
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

function check(request: Extract<Request, { kind: "check" }>): { value: Result; transfer: Transferable[] } {
  const options = JSON.stringify({ ...request.options, withText: true });
  const raw = JSON.parse(core!.check(request.bytes, options, request.previous || "")) as RawResult & { error?: string };
  if (raw.error) throw new Error(raw.error);
  const { document, ...rest } = raw;
  const layout = pack(document);
  const transfer = [layout.blocks.buffer, ...layout.tables.map((t) => t.cells.buffer)] as ArrayBuffer[];
  return { value: { ...rest, text: raw.text || "", layout }, transfer };
}

async function answer(request: Request): Promise<void> {
  if (request.kind === "start") {
    core = await NianbaoCore({ wasmBinary: request.wasm });
    self.postMessage({ id: 0, ok: true, value: null });
  } else if (request.kind === "describe") {
    self.postMessage({ id: request.id, ok: true, value: JSON.parse(core!.describe()) });
  } else {
    const { value, transfer } = check(request);
    self.postMessage({ id: request.id, ok: true, value }, transfer);
  }
}

self.onmessage = ({ data }) => {
  answer(data).catch((error: unknown) => self.postMessage({ id: data.id, ok: false, message: String(error) }));
};
