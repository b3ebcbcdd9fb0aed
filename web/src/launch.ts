// Starts a worker and hands it the core. The worker runs from a blob, so that it works from file:// and under
// the page's policy.
import { HERE, type Reply, type Request, type Wasm } from "./protocol";

export type EngineErrorKind = "cancelled" | "crashed" | "unavailable";

export class EngineError extends Error {
  constructor(
    readonly kind: EngineErrorKind,
    message: string,
  ) {
    super(message);
  }
}

export interface Launched {
  worker: Worker;
  here: Promise<void>; // its script runs: the page's thread is free for other work
  ready: Promise<void>; // rejected with an EngineError; until then nobody else listens to the worker
}

// `source` is the worker's script.
export function launch(source: string, wasm: Promise<Wasm>): Launched {
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const worker = new Worker(url);
  URL.revokeObjectURL(url);
  let isHere = (): void => undefined;
  const here = new Promise<void>((resolve) => (isHere = resolve));
  const ready = new Promise<void>((resolve, reject) => {
    const fail = (kind: EngineErrorKind, message: string): void => reject(new EngineError(kind, message));
    worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      if (data.id === HERE) isHere();
      else if (data.ok) resolve();
      else fail("unavailable", data.message);
    };
    worker.onerror = (event) => fail("crashed", event.message || "worker");
    wasm.then(
      (core) => worker.postMessage({ id: 0, kind: "start", wasm: core } as Request),
      (error: unknown) => fail("unavailable", String(error)),
    );
  });
  return { worker, here, ready };
}

// What first.ts leaves for the page, which is begun later.
export interface Start {
  source: string; // of workers
  wasm: Promise<Wasm>;
  compilesHere: Promise<boolean>; // otherwise workers compile, and the first of them not before drawn()
  first: Launched;
  pageIsHere(): void; // to be called when nianbaoPage is there
  drawn(): void; // to be called when the page can be seen
}

declare global {
  interface Window {
    nianbaoStart?: Start;
    nianbaoPage?: () => void; // main.ts, as the build wraps it
    nianbaoTooOld?: () => void; // of too_old.js
  }
}
