// The recipes of docs/scale.md: however the work is divided, the results are those of one process, byte for byte.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { program, root } from './support.mjs';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-scale-'));
after(() => rmSync(folder, { recursive: true }));

// Four counties: eight bodies each, of the first two also last year's report; one file that is no report.
const rules = join(root, 'tests', 'rules');
const [now, last] = ['base_2021.txt', 'base_2021_last_year.txt'].map((name) => readFileSync(join(rules, name), 'utf8'));
for (const [c, county] of ['甲县', '乙县', '丙县', '丁县'].entries()) {
  mkdirSync(join(folder, county));
  for (let i = 0; i < 8; i++) {
    const agency = `${county}${'水教林审文民司农'[i]}务局`;
    const named = (text) => text.split('青禾县水利局').join(agency);
    writeFileSync(join(folder, county, `${agency} 2024.txt`), named(now).replace('31件', i === 3 ? '30件' : '31件'));
    if (i < 2) writeFileSync(join(folder, county, `${agency} 2023.txt`), named(last));
  }
  if (c === 2) writeFileSync(join(folder, county, '说明.txt'), '今天天气很好。');
}

const shell = (command, env = {}) =>
  spawnSync('bash', ['-c', command], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, ...env, NIANBAO: program, LC_ALL: 'C.UTF-8' } });

const counties = readdirSync(folder).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
const quoted = counties.map((name) => `'${name}'`).join(' ');
const one = shell(`"$NIANBAO" check --format jsonl ${quoted}`);

test('one process gives every file its line, in order', () => {
  const names = one.stdout.trim().split('\n').map((line) => JSON.parse(line).source.name);
  assert.equal(names.length, 4 * 10 + 1);
  assert.deepEqual(names, [...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
  assert.equal(one.status, 2);
  const compared = one.stdout.trim().split('\n').filter((line) => JSON.parse(line).comparison);
  assert.equal(compared.length, 4 * 2);
});

test('one thread and many give the same', () => assert.equal(shell(`"$NIANBAO" check --format jsonl --jobs 1 ${quoted}`).stdout, one.stdout));

test('names from standard input, by line and by NUL', () => {
  for (const separator of ['\\n', '\\0'])
    assert.equal(shell(`printf '%s${separator}' ${quoted} | "$NIANBAO" check --format jsonl --names -`).stdout, one.stdout);
});

test('a single file by name gives the same line as among many', () => {
  const name = JSON.parse(one.stdout.split('\n').find((line) => line.includes('说明'))).source.name;
  assert.ok(one.stdout.includes(shell(`"$NIANBAO" check --format jsonl '${name}'`).stdout));
});

test('xargs, a file of results a folder', () => {
  shell(`printf '%s\\0' ${quoted} | xargs -0 -P 2 -I{} sh -c '"$NIANBAO" check --format jsonl --jobs 1 "$1" > "$1.jsonl"' sh {}`);
  assert.equal(shell(`cat ${counties.map((name) => `'${name}.jsonl'`).join(' ')}; rm *.jsonl`).stdout, one.stdout);
});

test('GNU parallel, a folder a job', () => {
  const run = shell(`printf '%s\\n' ${quoted} | parallel -k "$NIANBAO" check --format jsonl --jobs 1 {}`);
  assert.equal(run.stdout, one.stdout);
});

test('GNU parallel, seven names a job', () => {
  // Years that fall into different jobs do not find each other, so this year's alone.
  const run = shell(`ls */*2024.txt | "$NIANBAO" check --format jsonl --names -`);
  const divided = shell(`ls */*2024.txt | parallel -k --pipe -N 7 "$NIANBAO" check --format jsonl --jobs 1 --names -`);
  assert.equal(run.stdout.trim().split('\n').length, 32);
  assert.equal(divided.stdout, run.stdout);
});

test('Dask, two workers', () => {
  const run = shell(`/usr/bin/python3 "${join(root, 'docs', 'recipes', 'dask_check.py')}" ${quoted}`);
  assert.equal(run.stderr.match(/Traceback/), null, run.stderr);
  assert.equal(run.stdout, one.stdout);
});
