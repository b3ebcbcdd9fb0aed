// build/npm as others get it: packed, installed from the tarball in an empty folder without a network, run, typed, bundled.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { nianbao, root } from './support.mjs';

const require = createRequire(join(root, 'web', 'package.json'));
const report = join(root, 'tests', 'fixtures', 'twins', 'report.docx');
const folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
const inside = { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] };
after(() => rmSync(folder, { recursive: true }));

before(() => {
  const tarball = execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { ...inside, cwd: join(root, 'build', 'npm') }).trim();
  writeFileSync(join(folder, 'package.json'), '{"name": "user", "type": "module", "private": true}');
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', '--silent', `./${tarball}`], inside);
});

test('the example runs and says what the program says', () => {
  const installed = join(folder, 'node_modules', 'nianbao');
  const out = execFileSync(process.execPath, [join(installed, 'example.mjs'), report, 'note.html'], inside);
  const { summary, findings } = JSON.parse(nianbao('check', '--format', 'json', report));
  const lines = out.trim().split('\n');
  assert.equal(lines[0], `checked：${summary.errors} 处错误，${summary.warnings} 处疑似，${summary.notices} 处提示`);
  assert.equal(lines.length, findings.length + 1);
  assert.ok(lines[1].includes(findings[0].message));
  assert.match(readFileSync(join(folder, 'note.html'), 'utf8'), /nianbao-note 1;/);
});

const program = `
import { check, describe, NianbaoError, product, strip, type Finding, type Result } from "nianbao";
import { readFileSync } from "node:fs";
const bytes = new Uint8Array(readFileSync(process.argv[2] as string));
const result: Result = await check(bytes, { name: "a.docx", withText: true, previous: bytes, severity: { "dates/late": "notice" } });
const worst: Finding | undefined = result.findings[0];
const copy: Uint8Array = await product("annotated", bytes);
const again = await check(await strip(copy));
let refused = "";
try {
  await product("annotated", "{\\\\rtf1 x}");
} catch (error) {
  if (error instanceof NianbaoError) refused = error.message;
}
console.log(JSON.stringify([result.outcome, again.findings.length, worst?.severity, (await describe()).rules.length > 100, (result.text ?? "").length > 100, refused.slice(0, 6)]));
`;
const types = join(root, 'web', 'node_modules', '@types');

test('its types fit a program, and a bundle of it runs', async () => {
  mkdirSync(join(folder, 'src'), { recursive: true });
  writeFileSync(join(folder, 'src', 'main.ts'), program);
  const config = { compilerOptions: { target: 'es2022', module: 'nodenext', moduleResolution: 'nodenext', strict: true, noEmit: true, lib: ['es2022', 'dom'], typeRoots: [types], types: ['node'] }, include: ['src'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  execFileSync(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', folder], inside);
  writeFileSync(join(folder, 'src', 'wrong.ts'), 'import { check } from "nianbao";\nvoid check(3);\n');
  assert.throws(() => execFileSync(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', folder], inside), /TS2345|status|Command failed/);
  await require('esbuild').build({ entryPoints: [join(folder, 'src', 'main.ts')], outfile: join(folder, 'bundle.mjs'), bundle: true, format: 'esm', platform: 'node', logLevel: 'error' });
  const out = JSON.parse(execFileSync(process.execPath, ['bundle.mjs', report], inside));
  const { findings } = JSON.parse(nianbao('check', '--format', 'json', report));
  assert.deepEqual(out, ['checked', findings.length, findings[0].severity, true, true, '批注副本只能']);
});

test('the package holds what it names and no more', () => {
  const listed = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json'], { ...inside, cwd: join(root, 'build', 'npm') }))[0].files.map(({ path }) => path);
  for (const path of ['index.js', 'nianbao-check.js', 'types/npm/index.d.ts', 'README.md', 'LICENSE', 'licences.txt', 'example.mjs', 'demo.html', 'schema/result.schema.json'])
    assert.ok(listed.includes(path), path);
});
