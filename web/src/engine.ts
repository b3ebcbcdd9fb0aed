// One queue in front of one worker. A request is answered by a result or by an EngineError; cancelling the running one
// restarts the worker.
import { EngineError, type EngineErrorKind, launch, type Launched } from "./launch";
import type {
  ArchiveListing,
  ArchiveMember,
  Bytes,
  CheckOptions,
  Csv,
  Digest,
  Product,
  Relation,
  Reply,
  Request,
  SheetReport,
  Survey,
  Unpacked,
  Wasm,
} from "./protocol";
import { type Catalogue, type Result, SCHEMA } from "./result";

export { EngineError };
export type { EngineErrorKind };

export interface CheckRequest {
  bytes: Bytes;
  options: CheckOptions;
  previous?: Bytes;
  signal?: AbortSignal;
}

export interface SurveyRequest extends CheckRequest {
  cells: string[]; // ids wanted in the answer
}

export interface Engine {
  describe(): Promise<Catalogue>;
  check(request: CheckRequest): Promise<Result>;
  survey(request: SurveyRequest): Promise<Survey>;
  product(request: ProductRequest): Promise<Product>;
  archive(bytes: Uint8Array, language: "zh" | "en"): Promise<ArchiveListing>;
  unpack(packed: Uint8Array, member: ArchiveMember, language: "zh" | "en"): Promise<Unpacked>;
  relations(reports: (Digest | null)[], language: "zh" | "en", parent?: number): Promise<(Relation | null)[]>;
  csv(request: CheckRequest): Promise<Csv>;
  csvHeads(language: "zh" | "en"): Promise<Csv>;
  xlsx(reports: SheetReport[]): Promise<Uint8Array>;
  summary(checked: number, rules: Record<string, [number, number]>, language: "zh" | "en"): Promise<string>;
  end(): void; // the worker goes; what was not answered is cancelled
}

type WithoutId<T> = T extends { id: number } ? Omit<T, "id"> : never;
type Call = WithoutId<Exclude<Request, { kind: "start" }>>;

interface Job {
  id: number;
  call: Call;
  resolve(value: unknown): void;
  reject(error: EngineError): void;
}

export type ProductRequest = Omit<Extract<Call, { kind: "product" }>, "kind">;

export class WorkerEngine implements Engine {
  private worker: Worker | null = null;
  private ready = false;
  private running: Job | null = null;
  private readonly queue: Job[] = [];
  private nextId = 1;

  // `source` is the worker's script; `wasm` is kept for restarts; `first` is a worker that is starting already.
  constructor(
    private readonly source: string,
    private readonly wasm: Promise<Wasm>,
    first?: Launched,
  ) {
    this.start(first);
  }

  describe(): Promise<Catalogue> {
    return this.ask({ kind: "describe" }) as Promise<Catalogue>;
  }

  async check({ signal, ...call }: CheckRequest): Promise<Result> {
    const result = (await this.ask({ kind: "check", ...call }, signal)) as Result;
    if (result.schema !== SCHEMA) throw new EngineError("unavailable", `schema ${result.schema}`);
    return result;
  }

  survey({ signal, ...call }: SurveyRequest): Promise<Survey> {
    return this.ask({ kind: "survey", ...call }, signal) as Promise<Survey>;
  }

  product(request: ProductRequest): Promise<Product> {
    return this.ask({ kind: "product", ...request }) as Promise<Product>;
  }

  archive(bytes: Uint8Array, language: "zh" | "en"): Promise<ArchiveListing> {
    return this.ask({ kind: "archive", bytes, language }) as Promise<ArchiveListing>;
  }

  unpack(packed: Uint8Array, member: ArchiveMember, language: "zh" | "en"): Promise<Unpacked> {
    return this.ask({ kind: "unpack", packed, member, language }) as Promise<Unpacked>;
  }

  relations(reports: (Digest | null)[], language: "zh" | "en", parent?: number): Promise<(Relation | null)[]> {
    return this.ask({ kind: "relations", reports, language, parent }) as Promise<(Relation | null)[]>;
  }

  csv({ signal, ...call }: CheckRequest): Promise<Csv> {
    return this.ask({ kind: "csv", ...call }, signal) as Promise<Csv>;
  }

  csvHeads(language: "zh" | "en"): Promise<Csv> {
    return this.ask({ kind: "csvHeads", language }) as Promise<Csv>;
  }

  xlsx(reports: SheetReport[]): Promise<Uint8Array> {
    return this.ask({ kind: "xlsx", reports }) as Promise<Uint8Array>;
  }

  summary(checked: number, rules: Record<string, [number, number]>, language: "zh" | "en"): Promise<string> {
    return this.ask({ kind: "summary", checked, rules, language }) as Promise<string>;
  }

  end(): void {
    if (this.worker) this.worker.terminate();
    this.worker = null;
    this.ready = false;
    const left = this.running ? [this.running, ...this.queue.splice(0)] : this.queue.splice(0);
    this.running = null;
    for (const job of left) job.reject(new EngineError("cancelled", ""));
  }

  private ask(call: Call, signal?: AbortSignal): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const job: Job = { id: this.nextId++, call, resolve, reject };
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
    this.worker.postMessage({ ...job.call, id: job.id } as Request);
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
    job.resolve(reply.value);
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

// Makes engines for this page; the first takes the worker that is starting already. They share the module.
export function engineMaker(): () => Engine {
  const start = window.nianbaoStart;
  if (!start) throw new Error("the page is incomplete");
  let first: Launched | undefined = start.first;
  return () => {
    const engine = new WorkerEngine(start.source, start.wasm, first);
    first = undefined;
    return engine;
  };
}
