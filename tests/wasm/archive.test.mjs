// A zip of reports: the command line and WebAssembly find the same members and the same results.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execFileSync, spawnSync } from "node:child_process";
import { after, test } from "node:test";
import { loadCore, nianbao, program, root } from "./support.mjs";

const core = await loadCore();
const twins = join(root, "tests", "fixtures", "twins");
const folder = mkdtempSync(join(tmpdir(), "nianbao-"));
after(() => rmSync(folder, { recursive: true }));

const zip = join(folder, "reports.zip");
execFileSync("zip", ["-q", "-r", zip, "report.docx", "report.odt", "report.txt", "make.py"], { cwd: twins });
const bytes = readFileSync(zip);

test("the command line gives one result a member", () => {
  const run = spawnSync(program, ["check", "--format", "jsonl", zip], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const results = run.stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    results.map((r) => r.source.name),
    ["report.docx", "report.odt", "report.txt"].map((name) => `${zip}/${name}`),
  );
  assert.deepEqual(
    results.map((r) => r.source.format),
    ["docx", "odt", "txt"],
  );
  for (const result of results) assert.equal(result.outcome, "checked");
  assert.match(run.stderr, /reports\.zip 里有 1 个文件不是文档，没有查：make\.py\n/);
});

test("WebAssembly lists and unpacks the same", () => {
  const listing = JSON.parse(core.archive(bytes, "zh"));
  assert.deepEqual(
    listing.members.map((m) => m.name),
    ["report.docx", "report.odt", "report.txt"],
  );
  assert.deepEqual(listing.others, ["make.py"]);
  assert.deepEqual(listing.problems, []);
  for (const member of listing.members) {
    const report = core.unpack(bytes.subarray(...member.packed), JSON.stringify(member), "zh");
    assert.deepEqual(Buffer.from(report), readFileSync(join(twins, member.name)));
  }
});

test("what cannot be unpacked is a problem in words", () => {
  const [member] = JSON.parse(core.archive(bytes, "zh")).members;
  const problem = JSON.parse(core.unpack(bytes.subarray(0, 10), JSON.stringify(member), "zh"));
  assert.equal(problem.code, "damaged");
  assert.deepEqual(JSON.parse(core.archive(bytes.subarray(0, 100), "en")), {
    members: [],
    others: [],
    problems: [
      {
        code: "damaged",
        title: "The file is damaged",
        message:
          "The file is damaged（压缩包不完整）. Please open it in Word or WPS, save a copy and check that."
            .replace("（", " (")
            .replace("）", ")"),
        detail: "压缩包不完整",
      },
    ],
    document: false,
  });
});

test("an archive inside an archive is told of, not opened", () => {
  const outer = join(folder, "outer.zip");
  execFileSync("zip", ["-q", "-j", outer, zip, join(twins, "report.txt")]);
  const results = nianbao("check", "--format", "jsonl", outer)
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.equal(results[0].outcome, "unreadable");
  assert.equal(
    results[0].problems[0].message,
    "暂不支持这种文件（压缩包，请先解压）。请另存为 docx、PDF 或网页，或直接粘贴全文。",
  );
  assert.equal(results[1].outcome, "checked");
});

test("an archive without documents and a broken one get their answers", () => {
  const empty = join(folder, "empty.zip"),
    broken = join(folder, "broken.zip");
  execFileSync("zip", ["-q", "-j", empty, join(twins, "make.py")]);
  writeFileSync(broken, bytes.subarray(0, 200));
  const [nothing, cut] = nianbao("check", "--format", "jsonl", empty, broken)
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.equal(
    nothing.problems[0].message,
    "暂不支持这种文件（压缩包里没有 Word、WPS、PDF、网页或文本文件）。请另存为 docx、PDF 或网页，或直接粘贴全文。",
  );
  assert.equal(
    cut.problems[0].message,
    "文件已损坏，读不完整（压缩包不完整）。请在 Word 或 WPS 中打开后另存一份再查。",
  );
});
