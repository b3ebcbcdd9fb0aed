// The engine against a worker of our own: every request is answered, whatever happens to the worker.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { EngineError, WorkerEngine } from "../../web/src/engine";

interface Message {
  id: number;
  kind: string;
  ask?: { bytes: string };
}

class FakeWorker {
  static all: FakeWorker[] = [];
  onmessage: (event: { data: unknown }) => void = () => undefined;
  onerror: (event: { message: string }) => void = () => undefined;
  ended = false;
  got: Message[] = [];
  constructor() {
    FakeWorker.all.push(this);
  }
  postMessage(message: Message): void {
    this.got.push(message);
    if (message.kind === "start") this.reply(message.id, null);
  }
  reply(id: number, value: unknown): void {
    queueMicrotask(() => this.ended || this.onmessage({ data: { id, ok: true, value } }));
  }
  terminate(): void {
    this.ended = true;
  }
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
const result = (name: string): unknown => ({ schema: 1, source: { name } });
const request = (bytes: string) => ({ bytes, options: { name: bytes, language: "zh" as const } });
const check = (e: WorkerEngine, bytes: string, signal?: AbortSignal) =>
  e.ask("check", request(bytes), signal);

beforeEach(() => {
  FakeWorker.all = [];
  Object.assign(globalThis, { Worker: FakeWorker });
  URL.createObjectURL = () => "blob:";
  URL.revokeObjectURL = () => undefined;
});

const engine = (): WorkerEngine => new WorkerEngine("", Promise.resolve(new ArrayBuffer(0)));
const newest = (): FakeWorker => FakeWorker.all[FakeWorker.all.length - 1]!;

test("requests are sent one at a time and answered in order", async () => {
  const e = engine();
  const one = check(e, "one");
  const two = check(e, "two");
  await settle();
  assert.deepEqual(
    newest().got.map((m) => m.ask && m.ask.bytes),
    [undefined, "one"],
  );
  newest().reply(newest().got[1]!.id, result("one"));
  assert.equal((await one).source.name, "one");
  await settle();
  newest().reply(newest().got[2]!.id, result("two"));
  assert.equal((await two).source.name, "two");
});

test("a crash answers its request with an error, the next one runs in a new worker", async () => {
  const e = engine();
  const one = check(e, "one");
  const two = check(e, "two");
  await settle();
  newest().onmessage({ data: { id: newest().got[1]!.id, ok: false, message: "unreachable" } });
  await assert.rejects(one, (error: EngineError) => error.kind === "crashed");
  await settle();
  assert.equal(FakeWorker.all.length, 2);
  assert.ok(FakeWorker.all[0]!.ended);
  newest().reply(newest().got[1]!.id, result("two"));
  assert.equal((await two).source.name, "two");
});

test("a worker that dies without a word is a crash as well", async () => {
  const one = check(engine(), "one");
  await settle();
  newest().onerror({ message: "out of memory" });
  await assert.rejects(
    one,
    (error: EngineError) => error.kind === "crashed" && error.message === "out of memory",
  );
});

test("cancelling the running request ends its worker", async () => {
  const e = engine();
  const stop = new AbortController();
  const one = check(e, "one", stop.signal);
  const two = check(e, "two");
  await settle();
  stop.abort();
  await assert.rejects(one, (error: EngineError) => error.kind === "cancelled");
  await settle();
  assert.ok(FakeWorker.all[0]!.ended);
  newest().reply(newest().got[1]!.id, result("two"));
  assert.equal((await two).source.name, "two");
});

test("cancelling a waiting request leaves the running one alone", async () => {
  const e = engine();
  const stop = new AbortController();
  const one = check(e, "one");
  const two = check(e, "two", stop.signal);
  await settle();
  stop.abort();
  await assert.rejects(two, (error: EngineError) => error.kind === "cancelled");
  newest().reply(newest().got[1]!.id, result("one"));
  assert.equal((await one).source.name, "one");
  assert.equal(FakeWorker.all.length, 1);
});

test("without the WebAssembly module every request is told so", async () => {
  const e = new WorkerEngine("", Promise.reject(new Error("404")));
  await assert.rejects(check(e, "one"), (error: EngineError) => error.kind === "unavailable");
  await assert.rejects(check(e, "two"), (error: EngineError) => error.kind === "unavailable");
});

test("an engine that is ended cancels what was not answered", async () => {
  const e = engine();
  const one = check(e, "one");
  const two = e.ask("survey", { ...request("two"), cells: [] });
  await settle();
  e.end();
  for (const left of [one, two])
    await assert.rejects(left, (error: EngineError) => error.kind === "cancelled");
  assert.ok(newest().ended);
});
