// What scripts/release packs, of this build: the same bytes wherever the build lies, and in each archive what
// it must say. The program of this build stands in for those that only a release builds, with the compiler's
// libraries of this machine.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { ocrParts, pdfParts } from "../../release/bill.mjs";
import { programs } from "../../release/programs.mjs";
import { version } from "../../web/version.mjs";
import { nianbao, program, root } from "./support.mjs";

const place = mkdtempSync(join(tmpdir(), "nianbao-release-"));
after(() => rmSync(place, { recursive: true }));
const parts = ["site", "npm", "nianbao.html", "nianbao-pdf.css", "nianbao-ocr.css"];
const kinds = ["linux-x86_64", "windows-x86_64"];
const packer = join(place, "pack.mjs");
writeFileSync(
  packer,
  `import { pack } from "${root}/release/pack.mjs";
import { programs } from "${root}/release/programs.mjs";
const { runtime, licences } = programs["linux-x86_64"];
const tried = ${JSON.stringify(kinds)}.map((kind) => [kind, { ...programs[kind], runtime, licences }]);
pack({ build: ".", dist: "dist", date: 1700000000, programs: Object.fromEntries(tried) });
`,
);

function withPrograms(folder) {
  for (const kind of kinds) {
    mkdirSync(join(folder, kind, "core"), { recursive: true });
    copyFileSync(program, join(folder, kind, "core", programs[kind].program));
  }
  return folder;
}

function linksToBuild(folder) {
  mkdirSync(folder);
  for (const part of parts) symlinkSync(join(root, "build", part), join(folder, part));
  return folder;
}

// As another machine has it: other dates and modes.
function copyOfBuild(folder) {
  for (const part of parts) cpSync(join(root, "build", part), join(folder, part), { recursive: true });
  for (const name of readdirSync(folder, { recursive: true })) {
    const path = join(folder, name);
    chmodSync(path, statSync(path).isDirectory() ? 0o700 : 0o600);
    utimesSync(path, 1e9, 1e9);
  }
  return folder;
}

async function packed(build, umask, TZ) {
  const child = spawn("sh", ["-c", `umask ${umask}; exec "$0" "$1"`, process.execPath, packer], {
    cwd: build,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, TZ },
  });
  const [status] = await once(child, "exit");
  assert.equal(status, 0);
  return join(build, "dist");
}

let dist, other;
before(async () => {
  [dist, other] = await Promise.all([
    packed(withPrograms(linksToBuild(join(place, "build"))), "022", "UTC"),
    packed(withPrograms(copyOfBuild(join(place, "另 一处"))), "077", "Asia/Shanghai"),
  ]);
});

const archives = {
  site: `nianbao-${version}-site.zip`,
  offline: `nianbao-${version}-offline.zip`,
  npm: `nianbao-${version}.tgz`,
  "linux-x86_64": `nianbao-${version}-linux-x86_64.tar.gz`,
  "windows-x86_64": `nianbao-${version}-windows-x86_64.zip`,
};

test("one version is everywhere", () => {
  assert.equal(nianbao("--version"), `nianbao ${version}\n`);
  assert.equal(JSON.parse(readFileSync(join(root, "build/npm/package.json"), "utf8")).version, version);
  assert.match(
    readFileSync(join(root, "build/nianbao.html"), "utf8"),
    new RegExp(`content="${version}-[0-9a-f]{10}"`),
  );
});

test("the same build gives the same bytes, wherever and whenever it is packed", () => {
  const names = readdirSync(dist).sort();
  assert.deepEqual(names, [...Object.values(archives), `nianbao-${version}.spdx.json`, "SHA256SUMS"].sort());
  assert.deepEqual(readdirSync(other).sort(), names);
  for (const name of names)
    assert.ok(readFileSync(join(dist, name)).equals(readFileSync(join(other, name))), name);
});

test("the checksums are those of the files", () => {
  const said = execFileSync("sha256sum", ["--strict", "--check", "SHA256SUMS"], {
    cwd: dist,
    encoding: "utf8",
  });
  assert.equal(said.trim().split("\n").length, readdirSync(dist).length - 1);
});

// Unpacked by what everyone has; the folder it gives.
function unpacked(kind) {
  const folder = join(place, "unpacked", kind);
  mkdirSync(folder, { recursive: true });
  const file = join(dist, archives[kind]);
  if (file.endsWith(".zip")) execFileSync("unzip", ["-q", file, "-d", folder]);
  else execFileSync("tar", ["-xzf", file, "-C", folder]);
  const [only, ...more] = readdirSync(folder);
  assert.deepEqual(more, [], `${kind} opens in one folder`);
  return join(folder, only);
}

const always = [
  "Apache License",
  "UNICODE",
  "Jean-loup Gailly",
  "Arseny Kapoulkine",
  "gumbo",
  "Niels Lohmann",
];
const page = [...always, "Emscripten", "PDFium", "ONNX Runtime", "PP-OCRv4"];
const native = [
  ...always,
  "GNU C Library",
  "GNU LESSER GENERAL PUBLIC LICENSE",
  "GCC RUNTIME LIBRARY EXCEPTION",
  "GNU GENERAL PUBLIC LICENSE",
];
const words = {
  site: page,
  offline: page,
  npm: [...always, "Emscripten"],
  "linux-x86_64": native,
  "windows-x86_64": native,
};
for (const kind of Object.keys(archives))
  test(`${kind} holds its licences`, () => {
    const folder = unpacked(kind);
    assert.ok(readFileSync(join(folder, "LICENSE"), "utf8").includes("Apache License"));
    const licences = readFileSync(join(folder, "licences.txt"), "utf8");
    for (const word of words[kind])
      assert.ok(licences.toLowerCase().includes(word.toLowerCase()), `${kind} says nothing of ${word}`);
  });

test("the offline folder holds the page, its parts and one page that says how", () => {
  const folder = join(place, "unpacked", "offline", `nianbao-${version}-offline`);
  for (const name of ["nianbao.html", "nianbao-pdf.css", "nianbao-ocr.css"])
    assert.ok(readFileSync(join(folder, name)).equals(readFileSync(join(root, "build", name))), name);
  const guide = readFileSync(join(folder, "使用说明.html"), "utf8");
  for (const word of [version, "nianbao.html?self-test", "什么都不离开这台电脑", "docx", "ofd"])
    assert.ok(guide.includes(word), word);
  assert.doesNotMatch(guide, /\{\w+\}/);
});

for (const [kind, end] of [
  ["linux-x86_64", "\n"],
  ["windows-x86_64", "\r\n"],
])
  test(`the program of ${kind} comes with a page that says what it does not read`, () => {
    const folder = join(place, "unpacked", kind, `nianbao-${version}-${kind}`);
    const guide = readFileSync(join(folder, "使用说明.txt"), "utf8");
    for (const word of [`nianbao ${version}`, "PDF", "读取 PDF 的组件不在", `nianbao-${version}-offline.zip`])
      assert.ok(guide.includes(word), word);
    assert.doesNotMatch(guide, /\{\w+\}/);
    assert.ok(guide.split("\n").every((line, i, all) => i === all.length - 1 || `${line}\n`.endsWith(end)));
    assert.ok(readFileSync(join(folder, programs[kind].program)).equals(readFileSync(program)));
    if (kind.startsWith("linux")) assert.equal(statSync(join(folder, "nianbao")).mode & 0o777, 0o755);
  });

const bill = () => JSON.parse(readFileSync(join(dist, `nianbao-${version}.spdx.json`), "utf8"));

test("the bill of materials is whole", () => {
  const { spdxVersion, dataLicense, packages, relationships, creationInfo } = bill();
  assert.deepEqual(
    [spdxVersion, dataLicense, creationInfo.created],
    ["SPDX-2.3", "CC0-1.0", "2023-11-14T22:13:20Z"],
  );
  const ids = new Set(["SPDXRef-DOCUMENT", ...packages.map(({ SPDXID }) => SPDXID)]);
  assert.equal(ids.size, packages.length + 1);
  for (const id of ids) assert.match(id, /^SPDXRef-[A-Za-z0-9.-]+$/);
  for (const { spdxElementId, relatedSpdxElement } of relationships)
    assert.ok(ids.has(spdxElementId) && ids.has(relatedSpdxElement));
  for (const { name, versionInfo, licenseDeclared } of packages)
    assert.ok(name && versionInfo && licenseDeclared, name);
  const sums = new Map(
    packages
      .filter((one) => one.packageFileName)
      .map((one) => [one.packageFileName, one.checksums[0].checksumValue]),
  );
  for (const line of readFileSync(join(dist, "SHA256SUMS"), "utf8").trim().split("\n")) {
    const [sum, file] = line.split("  ");
    if (!file.endsWith(".json")) assert.equal(sums.get(file), sum, file);
  }
});

// What a package brings along for itself is bundled into its own file.
test("the bill names every npm package that is in the page", async () => {
  const { build } = createRequire(join(root, "web/package.json"))("esbuild");
  const entries = ["main", "first", "worker", "checker_worker", "offline/worker", "pdf/worker", "ocr/worker"];
  const { metafile } = await build({
    entryPoints: entries.map((name) => join(root, "web/src", `${name}.ts`)),
    bundle: true,
    write: false,
    metafile: true,
    outdir: place,
    loader: { ".html": "text" },
    define: { "import.meta.url": '""' },
    logLevel: "error",
  });
  const bundled = Object.keys(metafile.inputs).map(
    (path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1],
  );
  const named = [...pdfParts, ...ocrParts];
  assert.deepEqual(
    [...new Set(bundled)].filter((name) => name && !named.includes(name)),
    [],
  );
  const listed = bill().packages.map(({ name }) => name);
  for (const name of named) assert.ok(listed.includes(name), name);
});
