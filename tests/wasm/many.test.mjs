// What relates many reports, natively and through the functions that the page calls.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { loadCore, nianbao, program, root } from "./support.mjs";

const core = await loadCore();
const folder = mkdtempSync(join(tmpdir(), "nianbao-"));
after(() => rmSync(folder, { recursive: true }));

const rules = join(root, "tests", "rules");
const [now, last] = ["base_2021.txt", "base_2021_last_year.txt"].map((name) =>
  readFileSync(join(rules, name), "utf8"),
);
const of = (agency, text) => text.split("青禾县水利局").join(agency);
const county = of("青禾县人民政府", now).replace(
  "全年新收政府信息公开申请31件",
  "全县新收政府信息公开申请31件",
);
const reports = {
  "县.txt": county,
  "交通.txt": of("青禾县交通运输局", now),
  "教育.txt": of("青禾县教育局", now),
  "教育旧.txt": of("青禾县教育局", last),
  "别的.txt": "今天天气很好。",
};
const names = Object.keys(reports).map((name) => join(folder, name));
Object.values(reports).forEach((text, i) => writeFileSync(names[i], text));

const check = (i, options = {}, previous = "") =>
  JSON.parse(core.check(readFileSync(names[i]), JSON.stringify({ name: names[i], ...options }), previous));
const native = nianbao("check", "--format", "jsonl", "--together", ...names)
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
const first = names.map((_, i) => check(i, { withDigest: true }));
const digests = first.map((result) => result.digest || null);
const relations = JSON.parse(core.relations(JSON.stringify({ reports: digests })));

test("with last year's report the result is the same, comparison and all", () => {
  const wasm = core.check(
    readFileSync(names[2]),
    JSON.stringify({ name: "教育.txt" }),
    readFileSync(names[3]),
  );
  assert.equal(wasm, nianbao("check", "--format", "json", "--previous", names[3], names[2]).trim());
  assert.equal(JSON.parse(wasm).comparison.previous.year, 2023);
});

test("digests find what the command line finds", () => {
  assert.deepEqual(
    relations.map((relation) => relation && relation.previous),
    [null, null, 3, null, null],
  );
  assert.equal(relations[4], null);
  const among = (findings) =>
    findings
      .filter(({ rule }) => rule.startsWith("rollup/"))
      .map(({ rule, severity, message, cells }) => ({ rule, severity, message, cells }));
  const sorted = (list) => list.sort((a, b) => (a.rule < b.rule ? -1 : 1));
  assert.equal(among(native[0].findings).length, 2);
  native.forEach((result, i) =>
    assert.deepEqual(
      sorted(among(relations[i] ? relations[i].findings : [])),
      sorted(among(result.findings)),
    ),
  );
});

test("an opened report has the findings of the command line", () => {
  native.forEach((result, i) => {
    if (!relations[i]) return;
    const together = [i, ...relations[i].related].map((index) => digests[index]);
    const previous = relations[i].previous === null ? "" : readFileSync(names[relations[i].previous]);
    const opened = check(i, { together }, previous);
    assert.deepEqual(opened.findings, result.findings);
    assert.deepEqual(opened.comparison, result.comparison);
  });
});

test("comparison and digest are what the schema says", () => {
  const require = createRequire(join(root, "web", "package.json"));
  const validate = new (require("ajv"))({ schemaId: "auto" }).compile(
    JSON.parse(readFileSync(join(root, "docs", "schema", "result.schema.json"), "utf8")),
  );
  for (const result of [...native, ...first]) assert.ok(validate(result), JSON.stringify(validate.errors));
  assert.ok(native[2].comparison && first[0].digest);
  const { sketch, ...rest } = first[0].digest;
  assert.equal(validate({ ...first[0], digest: rest }), false);
  assert.equal(sketch.length, 1024);
});

test("the workbook is that of the command line", () => {
  const surveys = names.map((name, i) => {
    const related = relations[i] ? relations[i].related : [];
    const together = related.length ? { together: [i, ...related].map((index) => digests[index]) } : {};
    const previous =
      relations[i] && relations[i].previous !== null ? readFileSync(names[relations[i].previous]) : "";
    const options = JSON.stringify({ name, ...together });
    core.addRows(core.rows(readFileSync(name), options, previous));
    return JSON.parse(core.survey(readFileSync(name), options, previous));
  });
  const book = Buffer.from(
    core.finishBook(JSON.stringify({ reports: surveys.map(({ handed }) => handed), digests })),
  );
  assert.deepEqual(book, spawnSync(program, ["check", "--format", "xlsx", "--together", ...names]).stdout);
});

test("a zip grows piece by piece", () => {
  const pieces = [core.pack("甲/a.txt", "a".repeat(1000)), core.pack("b.txt", ""), core.pack("", "")];
  const zip = Buffer.concat(pieces);
  assert.ok(zip.length < 500 && zip.includes("甲/a.txt") && zip.includes("b.txt"));
  writeFileSync(join(folder, "a.zip"), zip);
  assert.equal(spawnSync("unzip", ["-p", join(folder, "a.zip"), "b.txt"]).status, 0);
});

test("the picture is made of the counts", () => {
  const svg = core.summary(JSON.stringify({ checked: 4, rules: { "cells/dash": [4, 4] } }), "en");
  assert.match(svg, /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"[^]*>4 in 4 reports<[^]*<\/svg>\n$/);
});
