// What the parts of the benchmark share: the built core, clocks, medians.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { loadCore, root } from '../../wasm/support.mjs';

export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

// Milliseconds that one call takes; waits for a promise.
export async function milliseconds(work) {
  const begin = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - begin) / 1e6;
}

// Median of `rounds` calls after `warm` calls that do not count.
async function typical(work, { rounds = 21, warm = 5 } = {}) {
  for (let i = 0; i < warm; i++) await work();
  const times = [];
  for (let i = 0; i < rounds; i++) times.push(await milliseconds(work));
  return median(times);
}

// Milliseconds of a whole run of the native program; `input` goes to its standard input.
function nativeMilliseconds(args, input) {
  const begin = process.hrtime.bigint();
  const run = spawnSync(join(root, 'build', 'nianbao'), args, { maxBuffer: 1 << 30, input });
  if (run.error || run.signal || run.status === 2) throw run.error ?? new Error(`nianbao ${args.slice(0, 4).join(' ')}: ${run.stderr}`);
  return Number(process.hrtime.bigint() - begin) / 1e6;
}

// Milliseconds a report in one native process: many files less two, so that starting the program does not count.
// A batch reads every file twice (once to let the years of one agency find each other) and checks it once.
function nativePerReport(path, { rounds = 7, many = 60 } = {}) {
  const batch = (count) => nativeMilliseconds(['check', '--format', 'jsonl', '--jobs', '1', ...Array(count).fill(path)]);
  return median(Array.from({ length: rounds }, () => (batch(many) - batch(2)) / (many - 2)));
}

export function createContext() {
  let core;
  const closing = [];
  return {
    root,
    median,
    milliseconds,
    typical,
    nativeMilliseconds,
    nativePerReport,
    core: () => (core ??= loadCore()),
    onClose: (close) => closing.push(close),
    async close() {
      for (const close of closing.reverse()) await close();
    },
  };
}
