// The page's PDF part (PDFium) and the native one (poppler) hand the core the same report, and the package's
// that of the page.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { corpus, documents, loadCore, nianbao, root } from "./support.mjs";

const web = createRequire(join(root, "web", "package.json"));
const { buildSync } = web("esbuild");
const entry = `export { boundMemory, extract } from './src/pdf/extract.ts'; export { init } from '@embedpdf/pdfium';`;
const bundle = join(root, "build", "pdf_test_bundle.mjs");
buildSync({
  stdin: { contents: entry, resolveDir: join(root, "web") },
  bundle: true,
  outfile: bundle,
  format: "esm",
  platform: "node",
  logLevel: "error",
});
const { boundMemory, extract, init } = await import(pathToFileURL(bundle).href);
const wasm = readFileSync(join(root, "web", "node_modules", "@embedpdf", "pdfium", "dist", "pdfium.wasm"));
const started = async () => {
  const pdfium = await init({
    wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength),
  });
  const memory = boundMemory(pdfium);
  pdfium.PDFiumExt_Init();
  return { pdfium, memory };
};
const { pdfium } = await started();
const core = await loadCore();

const inPage = (bytes) =>
  JSON.parse(
    core.check(
      Buffer.from(extract(pdfium, bytes)),
      JSON.stringify({ sourceFormat: "pdf", sourceBytes: bytes.length }),
      "",
    ),
  );
const { check } = await import(pathToFileURL(join(root, "build", "npm", "index.js")).href);
const { pdfPart } = await import(pathToFileURL(join(root, "build", "npm", "pdf.node.js")).href);
const part = pdfPart({ wasm });
const packaged = (bytes) => check(bytes, { pdf: part });
const natively = (path) => JSON.parse(nianbao("check", "--format", "json", path));
const cellsOf = (result) =>
  Object.fromEntries(Object.entries(result.report.cells).map(([id, c]) => [id, `${c.state} ${c.text}`]));

// Scans are read natively at once, where the recogniser is built, and in the page when a person asks for it.
const isRecognised = ({ problems }) => problems.some(({ code }) => code === "from-picture");

function agree(page, native) {
  if (isRecognised(native))
    return assert.deepEqual(
      page.problems.map(({ code }) => code),
      ["scan"],
    );
  assert.equal(page.outcome, native.outcome);
  assert.deepEqual(
    page.problems.map((p) => p.message),
    native.problems.map((p) => p.message),
  );
  if (!native.report) return assert.equal(page.report, native.report);
  assert.deepEqual(cellsOf(page), cellsOf(native));
  for (const key of ["form", "year", "agency", "title"]) assert.equal(page.report[key], native.report[key]);
  assert.deepEqual(page.findings.map((f) => f.message).sort(), native.findings.map((f) => f.message).sort());
}

const shared = [corpus, join(corpus, "..", "cases"), join(corpus, "..", "formats")].flatMap(documents);
const files = [
  join(root, "tests", "fixtures", "twins", "report.pdf"),
  ...shared.filter((path) => path.endsWith(".pdf")),
];
for (const path of files)
  test(`all PDF readers agree: ${basename(path)}`, async () => {
    const bytes = readFileSync(path);
    const page = inPage(bytes);
    assert.deepEqual(await packaged(bytes), page);
    agree(page, natively(path));
  });

// One report as different producers draw it.
const drawn = join(root, "build", "pdf_fixtures");
execFileSync("python3", ["-B", join(root, "tests", "fixtures", "pdf", "make.py"), drawn]);
const variants = documents(drawn).filter((path) => !/hostile|text-layer/.test(path));
const plain = inPage(readFileSync(join(drawn, "plain.pdf")));
assert.equal(plain.report.title, "青禾县水利局2024年政府信息公开工作年度报告");
assert.equal(plain.outcome, "checked");
assert.equal(Object.values(plain.report.cells).filter((c) => c.state === "number").length, 200);
for (const path of variants)
  test(`however it is drawn, it is the same report: ${basename(path)}`, async () => {
    const bytes = readFileSync(path);
    const page = inPage(bytes);
    assert.deepEqual(await packaged(bytes), page);
    assert.deepEqual(cellsOf(page), cellsOf(plain));
    assert.equal(page.report.title, plain.report.title);
    assert.deepEqual(
      page.findings.map((f) => f.message),
      plain.findings.map((f) => f.message),
    );
    agree(page, natively(path));
  });

test("the text layer of a scan is read as far as its places tell, and never wrongly", () => {
  const path = join(drawn, "text-layer.pdf");
  const page = inPage(readFileSync(path));
  const right = cellsOf(plain);
  for (const [id, cell] of Object.entries(page.report.cells))
    if (cell.state === "number") assert.equal(`number ${cell.text}`, right[id], id);
  agree(page, natively(path));
});

test("a damaged PDF is said to be damaged", () => {
  const whole = readFileSync(files[0]);
  assert.equal(inPage(whole.subarray(0, 2000)).problems[0].code, "damaged");
});

for (const name of ["packed", "forms", "path"])
  test(`a PDF that asks for too much is over a limit natively, and in the page within its memory: ${name}`, async () => {
    const path = join(drawn, `hostile-${name}.pdf`);
    assert.equal(natively(path).problems[0].code, "limit");
    const { pdfium: own, memory } = await started();
    try {
      assert.match(Buffer.from(extract(own, readFileSync(path))).toString(), /^NBPDF1\n(E limit|P )/);
    } catch {
      assert.ok(memory.reached);
    }
    assert.ok(own.pdfium.wasmExports.memory.buffer.byteLength <= 256 << 20);
  });

test("the package is over the same limits, and reads the next PDF", async () => {
  for (const name of ["packed", "forms", "path"]) {
    const { problems } = await packaged(readFileSync(join(drawn, `hostile-${name}.pdf`)));
    assert.deepEqual(
      problems.map(({ code }) => code),
      ["limit"],
      name,
    );
  }
  assert.equal((await packaged(readFileSync(files[0]))).outcome, "checked");
});
