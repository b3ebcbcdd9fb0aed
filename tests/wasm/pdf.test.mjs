// The page's PDF part (PDFium) and the native one (poppler) hand the core the same report.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { corpus, documents, loadCore, nianbao, root } from './support.mjs';

const web = createRequire(join(root, 'web', 'package.json'));
const { buildSync } = web('esbuild');
const entry = `export { extract } from './src/pdf/extract.ts'; export { init } from '@embedpdf/pdfium';`;
const bundle = join(root, 'build', 'pdf_test_bundle.mjs');
buildSync({ stdin: { contents: entry, resolveDir: join(root, 'web') }, bundle: true, outfile: bundle, format: 'esm', platform: 'node', logLevel: 'error' });
const { extract, init } = await import(pathToFileURL(bundle).href);
const wasm = readFileSync(join(root, 'web', 'node_modules', '@embedpdf', 'pdfium', 'dist', 'pdfium.wasm'));
const pdfium = await init({ wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) });
pdfium.PDFiumExt_Init();
const core = await loadCore();

const inPage = (bytes) => JSON.parse(core.check(Buffer.from(extract(pdfium, bytes)), JSON.stringify({ sourceFormat: 'pdf', sourceBytes: bytes.length }), ''));
const cellsOf = (result) => Object.fromEntries(Object.entries(result.report.cells).map(([id, c]) => [id, `${c.state} ${c.text}`]));

const files = [join(root, 'tests', 'fixtures', 'twins', 'report.pdf'), ...documents(corpus).filter((path) => path.endsWith('.pdf'))];
for (const path of files)
  test(`both PDF readers agree: ${basename(path)}`, () => {
    const native = JSON.parse(nianbao('check', '--format', 'json', path));
    const page = inPage(readFileSync(path));
    assert.equal(page.outcome, native.outcome);
    assert.deepEqual(cellsOf(page), cellsOf(native));
    for (const key of ['form', 'year', 'agency', 'title']) assert.equal(page.report[key], native.report[key]);
    assert.deepEqual(page.findings.map((f) => f.message).sort(), native.findings.map((f) => f.message).sort());
  });

test('a damaged PDF is said to be damaged', () => {
  const whole = readFileSync(files[0]);
  assert.equal(inPage(whole.subarray(0, 2000)).problems[0].code, 'damaged');
});
