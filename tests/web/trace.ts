// How long the page's main thread was busy at a stretch.
import assert from "node:assert/strict";
import type { Page } from "playwright-core";

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  tdur?: number;
  args: { name?: string };
}

// Processor time, in ms, of the longest task of the page's main thread while `act` runs, from a browser trace. The time on
// the clock would measure what else the machine does.
export async function longestTask(page: Page, act: () => Promise<void>): Promise<number> {
  const browser = page.context().browser()!;
  await browser.startTracing(page, { categories: ["toplevel", "disabled-by-default-devtools.timeline", "__metadata"] });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const main = new Set(
    traceEvents
      .filter((e) => e.name === "thread_name" && e.args.name === "CrRendererMain")
      .map((e) => `${e.pid}.${e.tid}`),
  );
  const tasks = traceEvents.filter((e) => e.name === "RunTask" || e.name === "ThreadControllerImpl::RunTask");
  const times = tasks.filter((e) => main.has(`${e.pid}.${e.tid}`)).map((e) => (e.tdur || 0) / 1000);
  assert.ok(times.length > 10, "the trace holds no tasks");
  return Math.max(...times);
}
