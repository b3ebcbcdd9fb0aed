// A page that is a picture, read by the program on the command line: what is read is right, what is doubtful is not read, and
// nothing that rests on it is called an error.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { program, root } from './support.mjs';

const original = join(root, 'tests/fixtures/twins/report.pdf');
const folder = mkdtempSync(join(tmpdir(), 'nianbao-scan-'));

function check(file) {
  const { stdout } = spawnSync(program, ['check', '--format', 'json', file], { encoding: 'utf8' });
  return JSON.parse(stdout);
}

let printed;
let pages;
before(() => {
  printed = check(original);
  const drawn = spawnSync('pdftoppm', ['-r', '150', '-gray', '-png', original, join(folder, 'page')]);
  assert.equal(drawn.status, 0);
  pages = readdirSync(folder).sort().map((name) => join(folder, name));
});
after(() => rmSync(folder, { recursive: true }));

test('numbers of pictures are those that are printed, or not read', () => {
  const results = pages.slice(0, 3).map(check); // on which the tables stand
  const cells = Object.entries(printed.report.cells).filter(([, cell]) => cell.state === 'number');
  const wrong = [];
  let right = 0;
  for (const [id, { value }] of cells) {
    const read = results.map(({ report }) => report.cells[id]).filter((cell) => cell?.state === 'number');
    wrong.push(...read.filter((cell) => cell.value !== value).map((cell) => [id, value, cell.value]));
    right += read.some((cell) => cell.value === value);
  }
  assert.deepEqual(wrong, []);
  assert.ok(right >= 0.97 * cells.length, `${right} of ${cells.length}`);
  for (const { outcome, problems, findings } of results) {
    assert.equal(outcome, 'partial');
    assert.ok(problems.some(({ code }) => code === 'from-picture'));
    assert.deepEqual(findings.filter(({ severity }) => severity === 'error'), []);
  }
});

test('a picture of something else is told to be a picture', () => {
  const icon = check(join(root, 'web/icons/icon-512.png'));
  assert.equal(icon.outcome, 'unreadable');
  assert.deepEqual(icon.problems.map(({ code }) => code), ['image']);
});
