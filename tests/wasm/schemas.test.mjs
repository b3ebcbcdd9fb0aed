// Every machine-readable output is what its published schema says: docs/schema/ for JSON, OASIS's own for
// SARIF.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { corpus, documents, loadCore, nianbao, root } from "./support.mjs";

const require = createRequire(join(root, "web", "package.json"));
const Ajv = require("ajv");
const schema = (name) =>
  JSON.parse(readFileSync(join(root, "docs", "schema", `${name}.schema.json`), "utf8"));
const ajv = new Ajv({ schemaId: "auto", allErrors: true });
ajv.addMetaSchema(require("ajv/lib/refs/json-schema-draft-04.json"));
const sarifSchema = require("@microsoft/sarif-matcher-utils/lib/schemas/sarif-2.1.0-rtm.5.json");

function valid(validate, data, of) {
  const ok = validate(data);
  const first = (validate.errors ?? []).slice(0, 3).map((e) => `${e.dataPath} ${e.message}`);
  assert.ok(ok, `${of}: ${first.join("; ")}`);
}

const folder = mkdtempSync(join(tmpdir(), "nianbao-"));
after(() => rmSync(folder, { recursive: true }));
const unreadable = join(folder, "note.txt");
writeFileSync(unreadable, "今天天气很好。\n");
const files = [...documents(corpus), ...documents(join(root, "tests", "fixtures")), unreadable];
if (documents(corpus).length === 0) console.log("# no corpus: own fixtures only");

test("every result, with text and ledger, is what the schema says", () => {
  const validate = ajv.compile(schema("result"));
  const lines = nianbao(
    "check",
    "--format",
    "jsonl",
    "--with-text",
    "--ledger",
    "--today",
    "2025-02-05",
    ...files,
  )
    .trim()
    .split("\n");
  assert.equal(lines.length, files.length);
  lines.forEach((line, i) => valid(validate, JSON.parse(line), files[i]));
  const chosen = nianbao(
    "check",
    "--format",
    "json",
    "--disable",
    "cells/*",
    "--severity",
    "dates/late=notice",
    "--lang",
    "en",
    files[0],
  );
  valid(validate, JSON.parse(chosen), files[0]);
});

test("the result schema refuses what is no result", () => {
  const validate = ajv.compile(schema("result"));
  const result = JSON.parse(
    nianbao("check", "--format", "json", join(root, "tests/fixtures/twins/report.html")),
  );
  valid(validate, result, "report.html");
  for (const spoil of [
    (r) => delete r.outcome,
    (r) => (r.outcome = "fine"),
    (r) => (r.findings[0].cells = ["requests.no-such"]),
    (r) => (r.report.cells["requests.new_requests.total"].value = "3"),
    (r) => (r.findings[0].places[0].range = [3]),
  ]) {
    const wrong = structuredClone(result);
    spoil(wrong);
    assert.equal(validate(wrong), false);
  }
});

test("rules, forms and the cells of a report are what their schemas say", async () => {
  const catalogue = ajv.compile(schema("catalogue"));
  for (const what of ["rules", "forms"])
    valid(catalogue, JSON.parse(nianbao(what, "--format", "json")), what);
  valid(catalogue, JSON.parse((await loadCore()).describe()), "describe()");
  const cells = ajv.compile(schema("cells"));
  valid(
    cells,
    JSON.parse(
      nianbao("tables", join(root, "tests/fixtures/twins/report.html"), "-o", join(folder, "cells.json")) ||
        readFileSync(join(folder, "cells.json"), "utf8"),
    ),
    "cells",
  );
});

test("SARIF is valid against the official schema", () => {
  const validate = ajv.compile(sarifSchema);
  for (const language of ["zh", "en"]) {
    const log = JSON.parse(nianbao("check", "--format", "sarif", "--lang", language, ...files));
    valid(validate, log, "SARIF");
    const [run] = log.runs;
    assert.equal(run.columnKind, "utf16CodeUnits");
    assert.ok(run.results.length > 0);
    for (const result of run.results) {
      assert.equal(run.tool.driver.rules[result.ruleIndex].id, result.ruleId);
      assert.match(result.partialFingerprints["nianbao/v1"], /^[0-9a-f]{16}$/);
    }
    assert.equal(run.invocations[0].executionSuccessful, false);
  }
});

const unescaped = (text) =>
  text.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_, name) => ({ lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" })[name],
  );

// Elements with their attributes, in order; throws where the XML is not well-formed.
function elements(xml) {
  const open = [];
  const all = [];
  const rest = xml.replace(/^<\?xml[^>]*\?>/, "");
  for (const [, text, close, name, attributes, empty] of rest.matchAll(
    /([^<]*)<(\/?)([a-z-]+)((?:\s+[a-z]+="[^"<]*")*)\s*(\/?)>/g,
  )) {
    assert.ok(!/&(?!(lt|gt|quot|apos|amp|#\d+|#x[0-9a-fA-F]+);)/.test(text + attributes), "a bare &");
    if (close) assert.equal(open.pop(), name);
    else {
      all.push({
        tag: name,
        parent: open.at(-1),
        ...Object.fromEntries(
          [...attributes.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, k, v]) => [k, unescaped(v)]),
        ),
      });
      if (!empty) open.push(name);
    }
  }
  assert.deepEqual(open, []);
  assert.equal(
    rest.replace(/[^<]*<\/?[a-z-]+(?:\s+[a-z]+="[^"<]*")*\s*\/?>/g, "").trim(),
    "",
    "something that is no element",
  );
  return all;
}

test("JUnit is well-formed, and its counts are right", () => {
  const all = elements(nianbao("check", "--format", "junit", ...files));
  assert.equal(all[0].tag, "testsuites");
  const parents = {
    testsuite: "testsuites",
    testcase: "testsuite",
    failure: "testcase",
    error: "testcase",
    skipped: "testcase",
    "system-out": "testcase",
  };
  let suite;
  const count = {};
  const check = () =>
    suite &&
    ["tests", "failures", "errors", "skipped"].forEach((what) =>
      assert.equal(Number(suite[what]), count[what], `${suite.name}: ${what}`),
    );
  for (const element of all.slice(1)) {
    assert.equal(element.parent, parents[element.tag]);
    if (element.tag === "testsuite") {
      check();
      suite = element;
      Object.assign(count, { tests: 0, failures: 0, errors: 0, skipped: 0 });
    } else if (element.tag === "testcase") count.tests++;
    else if (element.tag === "failure") count.failures++;
    else if (element.tag === "error") count.errors++;
    else if (element.tag === "skipped") count.skipped++;
  }
  check();
  assert.equal(all.filter(({ tag }) => tag === "testsuite").length, files.length);
});

test("a finding keeps its fingerprint when other text is added", () => {
  const report = readFileSync(join(root, "tests/fixtures/twins/report.txt"), "utf8");
  const fingerprints = (name, content) => {
    writeFileSync(join(folder, name), content);
    const log = JSON.parse(nianbao("check", "--format", "sarif", join(folder, name)));
    return log.runs[0].results.map((r) => `${r.ruleId} ${r.partialFingerprints["nianbao/v1"]}`).sort();
  };
  const before = fingerprints("before.txt", report);
  const heading = report.indexOf("\n", report.indexOf("一、总体情况")) + 1;
  const longer = `${report.slice(0, heading)}各级领导高度重视，工作有序推进。\n${report.slice(heading)}`;
  assert.ok(before.length > 3);
  assert.deepEqual(fingerprints("after.txt", longer), before);
});
