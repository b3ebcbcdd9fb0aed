// The whole core: on a site two files beside the page, fetched when something is asked that the small module
// does not do, or when nothing else is to be done; in the single file the page has begun with it.
import type { Start } from "./launch";
import type { Wasm } from "./protocol";

interface Whole {
  source: string; // of workers
  wasm: Promise<Wasm>;
}

// On a site the block stands before the page begins; in the single file it may still be on its way.
function place(): DOMStringMap {
  const block = document.getElementById("core");
  return block ? block.dataset : {};
}
export const hasSmallModule = (): boolean => !!place().coreWorker;

async function fetched(file: string): Promise<Response> {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return response;
}

async function load({ compilesHere }: Start): Promise<Whole> {
  const { coreWorker, coreWasm } = place();
  const [script, module] = await Promise.all([fetched(coreWorker!), fetched(coreWasm!)]);
  const [source, bytes] = await Promise.all([script.text(), module.arrayBuffer()]);
  return { source, wasm: (await compilesHere) ? WebAssembly.compile(bytes) : Promise.resolve(bytes) };
}

let loading: Promise<Whole> | null = null;

export function wholeCore(start: Start): Promise<Whole> {
  if (!hasSmallModule()) return Promise.resolve({ source: start.source, wasm: start.wasm });
  if (!loading) {
    loading = load(start);
    loading.catch(() => (loading = null));
  }
  return loading;
}
