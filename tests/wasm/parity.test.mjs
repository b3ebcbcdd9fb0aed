// The same bytes and options give the same JSON bytes, natively and in WebAssembly.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";
import { corpus, documents, loadCore, nianbao, pdfGeometry, root } from "./support.mjs";

const core = await loadCore();

function inWebAssembly(path) {
  const file = readFileSync(path);
  const isPdf = file.subarray(0, 5).toString("latin1") === "%PDF-";
  const options = {
    name: basename(path),
    ...(isPdf ? { sourceFormat: "pdf", sourceBytes: file.length } : {}),
  };
  return core.check(isPdf ? pdfGeometry(path) : file, JSON.stringify(options), "");
}

function compare(path) {
  const native = nianbao("check", "--format", "json", path);
  assert.equal(inWebAssembly(path), native.replace(/\n$/, ""));
}

const own = documents(join(root, "tests", "fixtures"));
test("there are fixtures to compare", () => assert.ok(own.length > 0));
for (const path of own) test(`native and WebAssembly agree: ${basename(path)}`, () => compare(path));

const given = documents(corpus);
if (given.length === 0) test("corpus", { skip: "the folder ../shared/corpus is not here" }, () => {});
for (const path of given) test(`native and WebAssembly agree: ${basename(path)}`, () => compare(path));

test("the catalogue is the same", () => {
  assert.deepEqual(
    JSON.parse(core.describe()).rules.map((rule) => rule.id),
    JSON.parse(nianbao("rules", "--format", "json")).rules?.map((rule) => rule.id) ??
      JSON.parse(nianbao("rules", "--format", "json")).map((rule) => rule.id),
  );
});
