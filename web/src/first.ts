// Runs before the rest of the page is read: the core and its first worker are under way meanwhile. The page itself is begun
// when the worker no longer needs this thread.
import { fromBase64 } from "./base64";
import { launch } from "./launch";
import type { Wasm } from "./protocol";
import { recall } from "./settings";

const parsed = new Promise<void>((resolve) => document.addEventListener("DOMContentLoaded", () => resolve()));
let drawn = (): void => undefined;
const isDrawn = new Promise<void>((resolve) => (drawn = resolve));

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

function start(): void {
  const source = document.getElementById("worker")!.textContent || "";
  // Compiled once for all workers, while the first of them starts. Chromium before 97 compiles under this policy in workers
  // only: they are given the bytes, and not before the page can be seen, for compiling leaves it without a turn.
  const bytes = wasmBytes();
  const module = bytes.then((all) => WebAssembly.compile(all));
  const wasm: Promise<Wasm> = module.catch(async () => {
    const all = await bytes;
    await isDrawn;
    return all;
  });
  const first = launch(source, wasm);
  window.nianbaoStart = { source, wasm, first, drawn };

  const { here, ready } = first;
  const free = Promise.race([module.then(() => here).catch(() => here), ready]).catch(() => undefined);
  void Promise.all([parsed, free]).then(begin);
  recall(""); // the browser fetches what it keeps for this page: now, while this thread would wait
}

if (typeof WebAssembly === "object") start(); // otherwise too_old.js tells
