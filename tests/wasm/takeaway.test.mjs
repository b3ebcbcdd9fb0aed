// What a user takes away from the command line: annotated copies, check notes, tables.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, test } from 'node:test';
import { corpus, documents, loadCore, nianbao, program, root } from './support.mjs';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
after(() => rmSync(folder, { recursive: true }));
const twin = (name) => join(root, 'tests', 'fixtures', 'twins', name);
const at = (name) => join(folder, name);

function run(...args) {
  const done = spawnSync(program, args, { encoding: 'utf8' });
  return { status: done.status, out: done.stdout.trim(), said: done.stderr.trim() };
}

const findings = (path) => JSON.parse(nianbao('check', '--format', 'json', path)).findings;

function converted(path, to) {
  const done = spawnSync('soffice', ['--headless', `-env:UserInstallation=file://${at('profile')}`, '--convert-to', to, '--outdir', folder, path], { encoding: 'utf8', timeout: 180_000 });
  assert.equal(done.status, 0, done.stderr);
  return readFileSync(at(basename(path).replace(/\.[^.]*$/, `.${to}`)));
}

for (const name of ['report.docx', 'report.html', 'report.gb18030.html', 'report.txt'])
  test(`annotate and strip: ${name}`, () => {
    const copy = at(`copy-${name}`);
    const back = at(`back-${name}`);
    assert.equal(run('annotate', twin(name), '-o', copy).said, `批注了 ${findings(twin(name)).length} 个问题，写在 ${copy}。`);
    assert.equal(run('strip', copy, '-o', back).status, 0);
    if (name !== 'report.docx') assert.deepEqual(readFileSync(back), readFileSync(twin(name)));
    assert.deepEqual(findings(back), findings(twin(name)));
    assert.equal(run('strip', twin(name), '-o', back, '--force').said, `没有年报体检的批注，原样写在 ${back}。`);
    assert.deepEqual(readFileSync(back), readFileSync(twin(name)));
    // A copy of a copy is the same copy.
    assert.equal(run('annotate', copy, '-o', at(`again-${name}`)).status, 0);
    assert.equal(run('strip', at(`again-${name}`), '-o', at(`again-back-${name}`)).status, 0);
    assert.deepEqual(findings(at(`again-back-${name}`)), findings(twin(name)));
  });

// GB18030 is written by other means than it is read, and the page writes it too.
test('an annotated copy is the same natively and in WebAssembly', async () => {
  const core = await loadCore();
  const text = at('report.gb18030.txt');
  writeFileSync(text, execFileSync('iconv', ['-f', 'UTF-8', '-t', 'GB18030', twin('report.txt')]));
  for (const file of [twin('report.docx'), twin('report.html'), twin('report.gb18030.html'), text]) {
    const copy = at(`native-${basename(file)}`);
    assert.equal(run('annotate', file, '-o', copy).status, 0);
    const made = core.product(readFileSync(file), '{}', '', JSON.stringify({ kind: 'annotated' }));
    assert.deepEqual(Buffer.from(made), readFileSync(copy), basename(file));
  }
});

test('other formats are refused with what to do', () => {
  const done = run('annotate', twin('report.rtf'), '-o', at('copy.rtf'));
  assert.equal(done.status, 2);
  assert.match(done.said, /批注副本只能做成 docx、网页（html）和文本（txt、md）。.*nianbao note。$/);
  assert.equal(existsSync(at('copy.rtf')), false);
  assert.match(run('annotate', twin('report.docx')).said, /^nianbao: 请用 -o 说明写到哪个文件/);
  assert.match(run('note', twin('report.docx'), '-o', at('note.pdf')).said, /^nianbao: 输出文件的名字要以 \.html、\.docx 结尾/);
});

test('a check note belongs to its file', () => {
  for (const ending of ['html', 'docx']) {
    const note = at(`note.${ending}`);
    assert.equal(run('note', twin('report.docx'), '--today', '2025-01-20', '--disable', 'wording/*', '-o', note).status, 0);
    assert.deepEqual(run('verify', note, twin('report.docx')), { status: 0, out: '是这份文件的校核单，重新检查结果相同。', said: '' });
    const other = run('verify', note, twin('report.html'));
    assert.equal(other.status, 1);
    assert.match(other.out, /^不是这份文件的校核单，或文件在校核后改过。/);
  }
  assert.equal(run('verify', twin('report.html'), twin('report.docx')).status, 2);
});

test('LibreOffice shows the comments of an annotated copy', () => {
  const files = [twin('report.docx'), ...documents(corpus).filter((path) => path.endsWith('.docx')).slice(0, 3)];
  for (const file of files) {
    const copy = at(basename(file));
    assert.equal(run('annotate', file, '-o', copy).status, 0);
    const page = converted(copy, 'fodt').toString('utf8');
    const authors = page.match(/<dc:creator>年报体检</g) ?? [];
    const places = findings(file).reduce((sum, { places }) => sum + Math.max(1, Math.min(places.length, 20)), 0);
    assert.equal(authors.length, places, basename(file));
  }
});

test('LibreOffice opens the note and the tables', () => {
  for (const [command, marker] of [['note', '政府信息公开工作年度报告校核单'], ['tables', '第二十条第（一）项']]) {
    const made = at(`${command}.docx`);
    assert.equal(run(command, twin('report.docx'), '-o', made).status, 0);
    assert.ok(converted(made, 'txt').toString('utf8').includes(marker));
  }
});

test('the tables come as cells too', () => {
  assert.equal(run('tables', twin('report.docx'), '-o', at('cells.csv')).status, 0);
  assert.equal(readFileSync(at('cells.csv'), 'utf8').trim().split('\r\n').length, 201);
  assert.equal(run('tables', twin('report.docx'), '-o', at('tables.html')).status, 0);
  const cells = (path) => Object.entries(JSON.parse(nianbao('check', '--format', 'json', path)).report.cells).map(([id, c]) => [id, c.state, c.value]);
  assert.deepEqual(cells(at('tables.html')), cells(twin('report.docx')));
});
