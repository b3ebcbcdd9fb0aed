// One report in every format gives the same cells and the same findings (tests/fixtures/twins/make.py wrote
// them).
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { nianbao, root } from "./support.mjs";

const folder = join(root, "tests", "fixtures", "twins");
const check = (name) => JSON.parse(nianbao("check", "--format", "json", join(folder, name)));

const cellsOf = (result) =>
  Object.fromEntries(
    Object.entries(result.report.cells).map(([id, cell]) => [id, `${cell.state} ${cell.value} ${cell.text}`]),
  );
// Without places: those differ with the text of each format. The message may name a page or a line.
const findingsOf = (result) =>
  result.findings
    .map(({ rule, severity, message, cells, equation }) => ({ rule, severity, message, cells, equation }))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

const twins = readdirSync(folder).filter((name) => name.startsWith("report."));
const first = check("report.html");

test("the report is read whole", () => {
  assert.equal(first.outcome, "checked");
  assert.equal(Object.keys(first.report.cells).length, 200);
  assert.equal(first.report.cells["requests.unavailable_not_held.total"].value, 8);
  assert.equal(first.report.cells["requests.other_remaining.legal_service_providers"].state, "blank");
});

test("its slips are found", () => {
  const rules = new Set(first.findings.flatMap((finding) => [finding.rule, ...(finding.violates ?? [])]));
  for (const rule of ["requests/row-total", "proceedings/total", "cells/blank", "narrative/request-count"])
    assert.ok(rules.has(rule), rule);
});

for (const name of twins.filter((twin) => twin !== "report.html")) {
  test(`same cells and findings: ${name}`, () => {
    const result = check(name);
    assert.equal(result.outcome, "checked");
    assert.deepEqual(cellsOf(result), cellsOf(first));
    assert.deepEqual(findingsOf(result), findingsOf(first));
    for (const key of ["form", "year", "agency", "title"])
      assert.equal(result.report[key], first.report[key]);
  });
}
