// The recogniser as the page uses it: one document at a time, one question after the other. Cancelling ends
// the worker.
import { EngineError } from "../launch";
import type { OcrPart } from "./part";
import type { Reply, Request } from "./worker";

type Done = Extract<Reply, { kind: "done" }>;

export class Recogniser {
  private readonly worker: Worker;
  private before: Promise<unknown>;

  constructor(part: OcrPart) {
    const url = URL.createObjectURL(new Blob([part.worker], { type: "text/javascript" }));
    this.worker = new Worker(url);
    URL.revokeObjectURL(url);
    const { scan, runtime, model, characters } = part;
    this.before = this.send({ kind: "start", parts: { scan, runtime, model, characters } });
  }

  ask(request: Request, signal?: AbortSignal, progress?: (share: number) => void): Promise<Done> {
    const now = this.before.then(() => this.send(request, signal, progress));
    this.before = now.catch(() => undefined);
    return now;
  }

  end(): void {
    this.worker.terminate();
  }

  private send(request: Request, signal?: AbortSignal, progress?: (share: number) => void): Promise<Done> {
    return new Promise((resolve, reject) => {
      const cancel = (): void => {
        this.end();
        reject(new EngineError("cancelled", ""));
      };
      if (signal && signal.aborted) return cancel();
      if (signal) signal.addEventListener("abort", cancel);
      const end = (): void => signal && signal.removeEventListener("abort", cancel);
      this.worker.onmessage = ({ data }: MessageEvent<Reply>) => {
        if (data.kind === "progress") return progress && progress(data.share);
        end();
        if (data.kind === "failed") reject(new Error(data.message));
        else resolve(data);
      };
      this.worker.onerror = (event) => {
        end();
        reject(new Error(event.message || "worker"));
      };
      this.worker.postMessage(request);
    });
  }
}
