// The rows that the page puts together to tables are those of the command line's tables.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";
import { loadCore, nianbao, root } from "./support.mjs";

const core = await loadCore();
const file = join(root, "tests", "fixtures", "twins", "report.docx");
const options = JSON.stringify({ name: basename(file), language: "zh", today: "2026-02-05" });

for (const [format, part] of [
  ["csv", "findings"],
  ["cells", "cells"],
])
  test(`${part} of one report, under their head`, () => {
    const head = JSON.parse(core.csvHeads("zh"))[part];
    const rows = JSON.parse(core.csvRows(readFileSync(file), options, ""))[part];
    assert.equal(head + rows, nianbao("check", "--format", format, "--today", "2026-02-05", file));
    assert.ok(rows.includes("report.docx,"));
  });

test("options that are none are said to be", () => {
  assert.deepEqual(JSON.parse(core.csvRows("x", '{"nothing":1}', "")), { error: "options" });
});
