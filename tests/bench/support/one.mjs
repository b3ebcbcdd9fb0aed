// Reads one file once with one program: node one.mjs PROGRAM FILE. Prints {ms, first, megabytes, size}: the
// fastest and the first reading, the peak memory of this process, and the characters or cells that came out.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createRequire } from "node:module";
import { loadCore, root } from "../../wasm/support.mjs";
import { processorMilliseconds } from "./context.mjs";

const [program, file] = process.argv.slice(2);
const bytes = readFileSync(file);

const cells = (json) => Object.keys(JSON.parse(json).report.cells).length;

async function mammoth() {
  const { default: reader } = await import("mammoth");
  return async () => (await reader.convertToHtml({ buffer: bytes })).value.length;
}

async function core() {
  const module = await loadCore();
  return () => cells(module.check(bytes, "{}", ""));
}

async function pdfjs() {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const folder = join(root, "tests", "bench", "node_modules", "pdfjs-dist");
  return async () => {
    const task = getDocument({
      data: new Uint8Array(bytes),
      cMapUrl: join(folder, "cmaps/"),
      cMapPacked: true,
      verbosity: 0,
    });
    const document = await task.promise;
    let size = 0;
    for (let page = 1; page <= document.numPages; page++)
      for (const item of (await (await document.getPage(page)).getTextContent()).items)
        size += item.str?.length ?? 0;
    await task.destroy();
    return size;
  };
}

// The page's own PDF part, bundled for Node, and the core behind it.
async function pdfium() {
  const web = createRequire(join(root, "web", "package.json"));
  const bundle = join(root, "build", "pdf_bench_bundle.mjs");
  const contents = `export { extract } from './src/pdf/extract.ts'; export { init } from '@embedpdf/pdfium';`;
  web("esbuild").buildSync({
    stdin: { contents, resolveDir: join(root, "web") },
    bundle: true,
    outfile: bundle,
    format: "esm",
    platform: "node",
    logLevel: "error",
  });
  const { extract, init } = await import(bundle);
  const wasm = readFileSync(join(root, "web", "node_modules", "@embedpdf", "pdfium", "dist", "pdfium.wasm"));
  const library = await init({
    wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength),
  });
  library.PDFiumExt_Init();
  const module = await loadCore();
  module.check(readFileSync(join(root, "web", "src", "example", "example.html")), "{}", ""); // as the page has, unseen
  const options = JSON.stringify({ sourceFormat: "pdf", sourceBytes: bytes.length });
  return () => cells(module.check(Buffer.from(extract(library, bytes)), options, ""));
}

const read = await { mammoth, core, pdfjs, pdfium }[program]();
let size = 0;
const times = [];
for (let round = 0; round < 7; round++)
  times.push(await processorMilliseconds(async () => (size = await read())));
const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))[1]);
console.log(
  JSON.stringify({ ms: Math.min(...times.slice(1)), first: times[0], megabytes: peak / 1024, size }),
);
