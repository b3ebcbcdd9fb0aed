// The small module says what the whole core says, or that it does not read such a file.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";
import { documents, loadCore, root } from "./support.mjs";

const [core, checker] = await Promise.all([loadCore(), loadCore("checker")]);
const BEYOND = '{"error":"beyond"}';
const options = (name, more = {}) => JSON.stringify({ name, withText: true, withCures: true, ...more });
const both = (bytes, name, more, previous = "") =>
  [core, checker].map((one) => one.check(bytes, options(name, more), previous));

const twins = documents(join(root, "tests", "fixtures", "twins"));
const base = readFileSync(join(root, "tests", "rules", "base_2021.txt"), "utf8");

test("it knows the same rules and forms", () => assert.equal(checker.describe(), core.describe()));

test("one report in every format: the same result, or none", () => {
  const told = new Set();
  for (const path of twins) {
    const [whole, small] = both(readFileSync(path), basename(path));
    if (small !== BEYOND) assert.equal(small, whole, path);
    if (small !== BEYOND && JSON.parse(whole).report) told.add(JSON.parse(whole).source.format);
  }
  assert.deepEqual([...told].sort(), ["docx", "html", "txt"]);
});

test("text in an older encoding, and what is no report, is left to the whole core", () => {
  const gbk = execFileSync("iconv", ["-f", "UTF-8", "-t", "GB18030"], { input: base });
  assert.equal(checker.check(gbk, options("a.txt"), ""), BEYOND);
  assert.equal(JSON.parse(core.check(gbk, options("a.txt"), "")).outcome, "checked");
  assert.equal(checker.check(base, options("a.txt", { encoding: "GB18030" }), ""), BEYOND);
  assert.equal(checker.check(base, options("a.txt"), gbk), BEYOND);
  assert.equal(checker.check(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10]), options("a.png"), ""), BEYOND);
  assert.equal(checker.check(base, options("a.txt"), ""), core.check(base, options("a.txt"), "")); // and it goes on
});

test("options that are none are told by both", () => {
  for (const one of [core, checker]) assert.equal(one.check(base, '{"nix":1}', ""), '{"error":"options"}');
});
