// One queue in front of one worker. A request is answered by a result or by an EngineError; cancelling the
// running one restarts the worker.
import { EngineError, type EngineErrorKind, launch, type Launched } from "./launch";
import type { Answer, Ask, Kind, Reply, Request, Wasm } from "./protocol";
import { type Result, SCHEMA } from "./result";
import { hasSmallModule, wholeCore } from "./whole";

export { EngineError };
export type { EngineErrorKind };

export interface Engine {
  // Cancelled through `signal`.
  ask<K extends Kind>(kind: K, ask: Ask<K>, signal?: AbortSignal): Promise<Answer<K>>;
  end(): void; // the worker goes; what was not answered is cancelled
}

interface Job {
  id: number;
  kind: Kind;
  ask: unknown;
  resolve(value: never): void;
  reject(error: EngineError): void;
}

export class WorkerEngine implements Engine {
  private worker: Worker | null = null;
  private ready = false;
  private running: Job | null = null;
  private readonly queue: Job[] = [];
  private nextId = 1;

  // `source` is the worker's script; `wasm` is kept for restarts; `first` is a worker that is starting
  // already.
  constructor(
    private readonly source: string,
    private readonly wasm: Promise<Wasm>,
    first?: Launched,
  ) {
    this.start(first);
  }

  async ask<K extends Kind>(kind: K, ask: Ask<K>, signal?: AbortSignal): Promise<Answer<K>> {
    const answer = await this.queued(kind, ask, signal);
    const result = answer as Result | null; // of a check: null where the module does not read such a file
    if (kind === "check" && result && result.schema !== SCHEMA)
      throw new EngineError("unavailable", `schema ${result.schema}`);
    return answer;
  }

  end(): void {
    if (this.worker) this.worker.terminate();
    this.worker = null;
    this.ready = false;
    const left = this.running ? [this.running, ...this.queue.splice(0)] : this.queue.splice(0);
    this.running = null;
    for (const job of left) job.reject(new EngineError("cancelled", ""));
  }

  private queued<K extends Kind>(kind: K, ask: Ask<K>, signal?: AbortSignal): Promise<Answer<K>> {
    return new Promise((resolve, reject) => {
      const job: Job = { id: this.nextId++, kind, ask, resolve, reject };
      if (signal) {
        if (signal.aborted) return reject(new EngineError("cancelled", ""));
        signal.addEventListener("abort", () => this.cancel(job));
      }
      this.queue.push(job);
      if (this.worker) this.next();
      else this.start(); // it could not start before; perhaps it can now
    });
  }

  private cancel(job: Job): void {
    const waiting = this.queue.indexOf(job);
    if (waiting >= 0) this.queue.splice(waiting, 1);
    else if (this.running === job) this.restart();
    else return;
    job.reject(new EngineError("cancelled", ""));
  }

  private next(): void {
    if (!this.ready || this.running || !this.worker) return;
    const job = this.queue.shift();
    if (!job) return;
    this.running = job;
    this.worker.postMessage({ id: job.id, kind: job.kind, ask: job.ask } as Request);
  }

  private start({ worker, ready } = launch(this.source, this.wasm)): void {
    this.worker = worker;
    ready.then(
      () => {
        if (this.worker !== worker) return;
        worker.onmessage = ({ data }: MessageEvent<Reply>) => this.receive(data);
        worker.onerror = (event) => this.fail("crashed", event.message || "worker");
        this.ready = true;
        this.next();
      },
      ({ kind, message }: EngineError) => {
        if (this.worker === worker) this.fail(kind, message);
      },
    );
  }

  private receive(reply: Reply): void {
    const job = this.running;
    if (!job || job.id !== reply.id) return;
    if (!reply.ok) return this.fail("crashed", reply.message);
    this.running = null;
    job.resolve(reply.value as never);
    this.next();
  }

  // The module is in an unknown state: its job is answered, the worker replaced, the queue goes on.
  // Without a module nothing can go on, and everybody is told.
  private fail(kind: EngineErrorKind, message: string): void {
    const error = new EngineError(kind, message);
    const job = this.running;
    if (kind === "crashed" && this.ready) this.restart();
    else {
      if (this.worker) this.worker.terminate();
      this.worker = null;
      this.ready = false;
      this.running = null;
      this.queue.splice(0).forEach((waiting) => waiting.reject(error));
    }
    if (job) job.reject(error);
  }

  private restart(): void {
    if (this.worker) this.worker.terminate();
    this.ready = false;
    this.running = null;
    this.start();
  }
}

// An engine of which script and module come later.
class LateEngine implements Engine {
  private made: Promise<WorkerEngine> | null = null;
  private ended = false;

  constructor(private readonly make: () => Promise<WorkerEngine>) {}

  async ask<K extends Kind>(kind: K, ask: Ask<K>, signal?: AbortSignal): Promise<Answer<K>> {
    if (!this.made) this.made = this.make();
    const engine = await this.made.catch((error: unknown) => {
      this.made = null; // perhaps it can be had the next time
      throw new EngineError("unavailable", String(error));
    });
    if (this.ended) throw new EngineError("cancelled", "");
    return engine.ask(kind, ask, signal);
  }

  end(): void {
    this.ended = true;
    if (this.made)
      this.made.then(
        (engine) => engine.end(),
        () => undefined,
      );
  }
}

// The small module checks one report in a common format; all else is asked of the whole core.
class TwoEngines implements Engine {
  constructor(
    private readonly small: Engine,
    private readonly whole: Engine,
  ) {}

  async ask<K extends Kind>(kind: K, ask: Ask<K>, signal?: AbortSignal): Promise<Answer<K>> {
    if (kind === "check" || kind === "describe") {
      const answer = await this.small.ask(kind, ask, signal);
      if (answer) return answer;
    }
    return this.whole.ask(kind, ask, signal);
  }

  end(): void {
    this.small.end();
    this.whole.end();
  }
}

// Makes engines for this page; the first takes the worker that is starting already. The others are of the
// whole core, and share its module.
export function engineMaker(): () => Engine {
  const start = window.nianbaoStart;
  if (!start) throw new Error("the page is incomplete");
  const whole = (): Engine =>
    new LateEngine(async () => {
      const { source, wasm } = await wholeCore(start);
      return new WorkerEngine(source, wasm);
    });
  let begun = false;
  return () => {
    if (begun) return whole();
    begun = true;
    const first = new WorkerEngine(start.source, start.wasm, start.first);
    return hasSmallModule() ? new TwoEngines(first, whole()) : first;
  };
}
