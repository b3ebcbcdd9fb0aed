// The commands shown in the documentation (fenced blocks marked sh) do run: each in a folder that holds the
// files they name.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { root } from "../wasm/support.mjs";

// Not run here; every entry must still occur in the documentation.
const SKIPPED = [
  ["scripts/run", "installs, builds and serves until stopped; tests/web opens what it serves"],
  ["scripts/test", "runs this test"],
  ["scripts/fresh", "an hour, as root: a whole new system"],
  [
    "scripts/release",
    "an hour, as root: compilers and programs of other systems; tests/wasm/release.test.mjs packs this build",
  ],
  ["scripts/bench", "minutes, and its numbers want a quiet machine"],
  ["scripts/trust", "minutes; a stage of scripts/test runs its subset"],
  ["scripts/fuzz", "minutes; in the preset asan a short run of every target is a test"],
  ["scripts/coverage", "minutes: builds and runs every native test again"],
  ["scripts/tidy", "a stage of scripts/test"],
  ["scripts/format", "lays out the tree it runs in; a stage of scripts/test checks"],
  ["cmake", "the everyday build, minutes"],
  ["python3 -m http.server", "serves until stopped; tests/web serves the same folder"],
];

const REPORTS = [
  "年报.docx",
  "去年.docx",
  "今年.docx",
  "县政府.docx",
  "report.docx",
  "last.docx",
  "this.docx",
  "county.docx",
];
// docs/scale.md is left to tests/wasm/scale.test.mjs, which brings the folders, archives and programs that
// its recipes need.
const pages = [
  "README.md",
  "README.en.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(root, "docs"))
    .filter((name) => name.endsWith(".md") && name !== "scale.md")
    .map((name) => `docs/${name}`),
];

const commands = pages.flatMap((page) =>
  [...readFileSync(join(root, page), "utf8").matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block]) =>
    block
      .replace(/\\\n\s*/g, " ")
      .split("\n")
      .map((line) => line.replace(/(^|\s+)# .*$/, "").trim())
      .filter(Boolean)
      .map((command) => ({ page, command })),
  ),
);

function reasonToSkip(command) {
  return SKIPPED.find(([start]) => command === start || command.startsWith(start + " "));
}

const place = mkdtempSync(join(tmpdir(), "nianbao-docs-"));
after(() => rmSync(place, { recursive: true }));
const twins = join(root, "tests", "fixtures", "twins");
for (const name of ["build", "scripts", "tests", "core"]) symlinkSync(join(root, name), join(place, name));
for (const name of REPORTS) copyFileSync(join(twins, "report.docx"), join(place, name));
for (const name of ["年报.pdf", "report.pdf"]) copyFileSync(join(twins, "report.pdf"), join(place, name));
for (const folder of ["文件夹", "各单位", "folder", "bodies"]) {
  mkdirSync(join(place, folder));
  copyFileSync(join(twins, "report.docx"), join(place, folder, "report.docx"));
}

for (const roster of ["名单.txt", "roster.txt"]) writeFileSync(join(place, roster), "县水利局\n");

test("the documentation shows commands", () =>
  assert.ok(commands.some(({ command }) => command.startsWith("build/nianbao check"))));

for (const [start] of SKIPPED)
  test(`what is not run is still documented: ${start}`, () =>
    assert.ok(commands.some(({ command }) => reasonToSkip(command)?.[0] === start)));

for (const { page, command } of commands.filter(({ command }) => !reasonToSkip(command)))
  test(`${page}: ${command}`, () => {
    const made = command.match(/ -o (\S+)/)?.[1];
    if (made) rmSync(join(place, made), { force: true }); // two pages may show the same command
    const run = spawnSync("bash", ["-c", command], {
      cwd: place,
      encoding: "utf8",
      timeout: 120_000,
      stdio: ["ignore", "pipe", "pipe"],
    });
    // A check ends with 1 when the report has an error; 2 is wrong usage or a file that could not be read.
    const worst = /^build\/nianbao (check|desk) /.test(command) ? 1 : 0;
    assert.ok(run.status !== null && run.status <= worst, `ended with ${run.status}: ${run.stderr}`);
    if (made) assert.ok(existsSync(join(place, made)), `${made} was not written`);
    else if (!command.includes(">")) assert.notEqual(run.stdout, "");
  });
