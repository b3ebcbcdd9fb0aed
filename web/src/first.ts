// Runs before the rest of the page is read: the core and its first worker are under way meanwhile. The page
// itself is begun when the worker no longer needs this thread.
import { fromBase64 } from "./base64";
import { launch } from "./launch";
import type { Wasm } from "./protocol";
import { recall } from "./settings";

function signal(): [Promise<void>, () => void] {
  let give = (): void => undefined;
  return [new Promise<void>((resolve) => (give = resolve)), () => give()];
}
const [parsed, tellParsed] = signal();
const [page, pageIsHere] = signal();
const [seen, drawn] = signal();
document.addEventListener("DOMContentLoaded", tellParsed);

// Chromium before 97 compiles under this policy in workers only; the shortest module tells.
const canCompile = (): Promise<boolean> =>
  WebAssembly.compile(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)).then(
    () => true,
    () => false,
  );

// A file beside the page, named in a block before this script, or base64 in the block, which comes after it.
async function wasmBytes(): Promise<ArrayBuffer> {
  if (!document.getElementById("core")) await parsed;
  const block = document.getElementById("core")!;
  const { file } = block.dataset;
  if (!file) return fromBase64(block.textContent || "").buffer as ArrayBuffer;
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return response.arrayBuffer();
}

function begin(): void {
  try {
    window.nianbaoPage!();
  } catch (error) {
    window.nianbaoTooOld!();
    throw error;
  }
}

// Compiled once for all workers, while the first of them starts. Where this thread may not compile, workers
// are given the bytes, and not before the page can be seen: both at once would take longer than one after the
// other.
async function coreFor(compilesHere: Promise<boolean>): Promise<Wasm> {
  const bytes = await wasmBytes();
  if (await compilesHere) return WebAssembly.compile(bytes);
  await seen;
  return bytes;
}

function start(): void {
  const source = document.getElementById("worker")!.textContent || "";
  const compilesHere = canCompile();
  const wasm = coreFor(compilesHere);
  const first = launch(source, wasm);
  window.nianbaoStart = { source, wasm, compilesHere, first, pageIsHere, drawn };

  // The worker needs this thread for the core, when it compiles here, and to begin.
  const free = compilesHere.then((here): Promise<unknown> =>
    here ? Promise.all([parsed, wasm, first.here]) : first.here,
  );
  void Promise.all([page, Promise.race([free, first.ready]).catch(() => undefined)]).then(begin);
  recall(""); // the browser fetches what it keeps for this page: now, while this thread would wait
}

if (typeof WebAssembly === "object") start(); // otherwise too_old.js tells
