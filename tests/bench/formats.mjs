// Check of one report in every format: native and WebAssembly, milliseconds a report. Native time is the difference between
// many files and one in a single process, so that starting the program does not count.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { loadCore, pdfGeometry, root } from '../wasm/support.mjs';

const folder = join(root, 'tests', 'fixtures', 'twins');
const rounds = 7;
const many = 60;
const core = await loadCore();

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

function nativeSeconds(path, count) {
  const begin = process.hrtime.bigint();
  spawnSync(join(root, 'build', 'nianbao'), ['check', '--format', 'jsonl', '--jobs', '1', ...Array(count).fill(path)], { maxBuffer: 1 << 28 });
  return Number(process.hrtime.bigint() - begin) / 1e6;
}

// A batch reads every file twice: once to let the years of one agency find each other.
const native = (path) => median(Array.from({ length: rounds }, () => (nativeSeconds(path, many) - nativeSeconds(path, 2)) / (many - 2)));

function wasm(path) {
  const isPdf = path.endsWith('.pdf');
  const bytes = isPdf ? pdfGeometry(path) : readFileSync(path);
  const options = JSON.stringify(isPdf ? { sourceFormat: 'pdf' } : {});
  const one = () => {
    const begin = process.hrtime.bigint();
    core.check(bytes, options, '');
    return Number(process.hrtime.bigint() - begin) / 1e6;
  };
  for (let i = 0; i < 5; i++) one();
  return median(Array.from({ length: 41 }, one));
}

const rows = readdirSync(folder)
  .filter((name) => name.startsWith('report.'))
  .map((name) => ({ name, bytes: readFileSync(join(folder, name)).length, native: native(join(folder, name)), wasm: wasm(join(folder, name)) }));
console.log('file                     bytes   native ms   wasm ms');
for (const row of rows)
  console.log(row.name.padEnd(22), String(row.bytes).padStart(7), row.native.toFixed(2).padStart(11), row.wasm.toFixed(2).padStart(9));
console.log('native: reading twice and checking once, as in a batch; PDF includes the separate reader. wasm: one check.');
writeFileSync(join(root, 'build', 'bench.json'), JSON.stringify({ date: new Date().toISOString(), node: process.version, rows }, null, 1));
