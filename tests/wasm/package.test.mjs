// build/npm as others get it: packed, installed from the tarball in an empty folder without a network, run,
// typed, bundled.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { nianbao, root } from "./support.mjs";

const require = createRequire(join(root, "web", "package.json"));
const ts = require("typescript");
const twin = (kind) => join(root, "tests", "fixtures", "twins", `report.${kind}`);
const report = twin("docx");
const pdfium = join(root, "web", "node_modules", "@embedpdf", "pdfium");
const folder = mkdtempSync(join(tmpdir(), "nianbao-"));
const inside = { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] };
const installed = join(folder, "node_modules", "nianbao");
after(() => rmSync(folder, { recursive: true }));

function install(from) {
  const packed = execFileSync(
    "npm",
    ["pack", "--silent", "--ignore-scripts", "--pack-destination", folder, from],
    inside,
  ).trim();
  execFileSync("npm", ["install", "--offline", "--no-audit", "--no-fund", "--silent", `./${packed}`], inside);
}

before(() => {
  writeFileSync(join(folder, "package.json"), '{"name": "user", "type": "module", "private": true}');
  install(join(root, "build", "npm"));
});

const example = (...args) =>
  execFileSync(process.execPath, [join(installed, "example.mjs"), ...args], inside)
    .trim()
    .split("\n");

function saysWhatTheProgramSays(lines, file) {
  const { summary, findings, problems } = JSON.parse(nianbao("check", "--format", "json", file));
  assert.equal(
    lines[0],
    `checked：${summary.errors} 处错误，${summary.warnings} 处疑似，${summary.notices} 处提示`,
  );
  assert.equal(lines.length, 1 + problems.length + findings.length);
  assert.ok(lines[1 + problems.length].includes(findings[0].message));
}

test("the example runs and says what the program says", () => {
  saysWhatTheProgramSays(example(report, "note.html"), report);
  assert.match(readFileSync(join(folder, "note.html"), "utf8"), /nianbao-note 1;/);
});

// Run before the part is installed.
const asked = `
import { check, NianbaoError, product } from "nianbao";
import { pdf } from "nianbao/pdf";
import { readFileSync } from "node:fs";
const refusal = (error) => error instanceof NianbaoError && error.message;
const [paper, docx] = process.argv.slice(2).map((path) => readFileSync(path));
const said = ({ outcome, verdict, problems }) => ({ outcome, verdict, problems });
const out = {};
for (const language of ["zh", "en"])
  out[language] = {
    bare: said(await check(paper, { language })),
    empty: said(await check(paper, { language, pdf })),
    lastYear: (await check(docx, { language, previous: paper })).lastYear,
    refused: await product("note.html", paper, { language, pdf }).catch(refusal),
  };
console.log(JSON.stringify(out));
`;

test("a PDF without its part is unreadable, and what to install and import is said in both languages", () => {
  assert.equal(spawnSync("npm", ["ls", "@embedpdf/pdfium"], inside).stdout.includes("@embedpdf"), false);
  writeFileSync(join(folder, "asked.mjs"), asked);
  const out = JSON.parse(execFileSync(process.execPath, ["asked.mjs", twin("pdf"), report], inside));
  const language = { zh: /^读取 PDF|^没有找到/, en: /^PDFs are read by|was not found/ };
  for (const [name, { bare, empty, lastYear, refused }] of Object.entries(out)) {
    for (const { outcome, verdict, problems } of [bare, empty]) {
      assert.equal(outcome, "unreadable");
      assert.deepEqual(
        problems.map(({ code }) => code),
        ["pdf-reader-missing"],
      );
      assert.equal(verdict.next, problems[0].message);
      assert.match(verdict.next, language[name]);
      assert.match(verdict.next, /npm install @embedpdf\/pdfium@2\.15\.1/);
    }
    assert.match(bare.verdict.next, /import { pdf } from "nianbao\/pdf"/);
    assert.equal(lastYear.state, "unreadable");
    assert.equal(lastYear.message, bare.verdict.next);
    assert.equal(lastYear.problem.message, bare.verdict.next);
    assert.equal(refused, empty.verdict.next);
  }
});

test("with its part installed the same example reads PDF", () => {
  install(pdfium);
  saysWhatTheProgramSays(example(twin("pdf"), "pdf.html"), twin("pdf"));
  assert.match(
    nianbao("verify", join(folder, "pdf.html"), twin("pdf")),
    /^是这份文件的校核单，重新检查结果相同/,
  );
});

const web = (...names) => join(root, "web", "node_modules", ...names);
const node = { lib: ["es2022"], typeRoots: [web("@types")], types: ["node"] };
const page = { lib: ["es2022", "dom"], types: [] };
const compiler = (...args) =>
  spawnSync(process.execPath, [require.resolve("typescript/bin/tsc"), ...args], inside);

// A project of its own, with every declaration file held to the compiler too.
function project(name, source, options) {
  const place = join(folder, name);
  mkdirSync(place, { recursive: true });
  cpSync(join(root, "tests", "wasm", "consumer", source), join(place, source));
  const compilerOptions = {
    target: "es2022",
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    exactOptionalPropertyTypes: true,
    ...options,
  };
  writeFileSync(join(place, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["."] }));
  return place;
}

const resolutions = {
  node16: { module: "node16", moduleResolution: "node16" },
  bundler: { module: "esnext", moduleResolution: "bundler" },
};
for (const [name, resolution] of Object.entries(resolutions))
  for (const [source, environment] of Object.entries({ "program.ts": node, "page.ts": page }))
    test(`types: ${source} under moduleResolution ${name}`, () => {
      const place = project(`${name}-${source.slice(0, -3)}`, source, { ...environment, ...resolution });
      assert.equal(compiler("-p", place).stdout, "");
      writeFileSync(
        join(place, "wrong.ts"),
        'import { check } from "nianbao";\nvoid check(3);\nvoid check("", { pdf: 1 });\n',
      );
      const lines = compiler("-p", place).stdout.match(/wrong\.ts\(\d+/g);
      assert.deepEqual(lines, ["wrong.ts(2", "wrong.ts(3"]);
    });

test("the consumers use every exported name", () => {
  const types = ["index", "pdf", "element"].map((name) => join(installed, "types", "npm", `${name}.d.ts`));
  const program = ts.createProgram(types, {
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
  });
  const checker = program.getTypeChecker();
  const names = types.flatMap((path) =>
    checker
      .getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(path)))
      .map((symbol) => symbol.name),
  );
  assert.ok(names.length > 25, `${names.length} names`);
  const sources = ["program.ts", "page.ts"]
    .map((name) => readFileSync(join(root, "tests", "wasm", "consumer", name), "utf8"))
    .join("\n");
  assert.deepEqual(
    names.filter((name) => !new RegExp(`\\b${name}\\b`).test(sources)),
    [],
  );
});

test("a bundle for Node runs", async () => {
  const entry = join(project("bundled", "program.ts", {}), "program.ts");
  await require("esbuild").build({
    entryPoints: [entry],
    outfile: join(folder, "bundle.mjs"),
    bundle: true,
    format: "esm",
    platform: "node",
    logLevel: "error",
  });
  const out = JSON.parse(execFileSync(process.execPath, ["bundle.mjs", report, twin("pdf")], inside));
  const [word, paper] = [report, twin("pdf")].map((path) =>
    JSON.parse(nianbao("check", "--format", "json", "--previous", report, path)),
  );
  assert.equal(out.text.length > 0, true);
  assert.deepEqual(
    { ...out, text: "" },
    {
      outcome: "checked",
      findings: word.findings.length,
      again: JSON.parse(nianbao("check", "--format", "json", report)).findings.length,
      severity: word.findings[0].severity,
      text: "",
      state: "number",
      lastYear: word.lastYear.state,
      refused: "批注副本只能",
      rules: true,
      unread: out.unread,
      without: ["pdf-reader-missing"],
      withPart: [
        paper.outcome,
        JSON.parse(nianbao("check", "--format", "json", twin("pdf"))).findings.length,
      ],
      foreign: "pdfium.wasm",
      remarked: [true, true],
      bare: true,
    },
  );
});

test("a bundle for a browser holds nothing of Node", async () => {
  const entry = join(project("browser", "page.ts", {}), "page.ts");
  await require("esbuild").build({
    entryPoints: [entry],
    outfile: join(folder, "browser.js"),
    bundle: true,
    format: "esm",
    platform: "browser",
    logLevel: "error",
  });
  assert.doesNotMatch(readFileSync(join(folder, "browser.js"), "utf8"), /worker_threads|node:fs|node:module/);
});

test("the package holds what it names and no more, and its part is the one that the page is built with", () => {
  const listed = JSON.parse(
    execFileSync("npm", ["pack", "--dry-run", "--json"], { ...inside, cwd: join(root, "build", "npm") }),
  )[0].files.map(({ path }) => path);
  for (const path of [
    "index.js",
    "pdf.js",
    "pdf.node.js",
    "nianbao-check.js",
    "types/npm/index.d.ts",
    "types/npm/pdf.d.ts",
    "types/npm/element.d.ts",
    "README.md",
    "LICENSE",
    "licences.txt",
    "example.mjs",
    "demo.html",
    "schema/result.schema.json",
  ])
    assert.ok(listed.includes(path), path);
  const { peerDependencies } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  const { devDependencies } = JSON.parse(readFileSync(join(root, "web", "package.json"), "utf8"));
  assert.deepEqual(peerDependencies, { "@embedpdf/pdfium": devDependencies["@embedpdf/pdfium"] });
});
