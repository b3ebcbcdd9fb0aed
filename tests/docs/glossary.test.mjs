// The English of the glossary is that of the code.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const files = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return files(path);
    return /\.(cpp|h)$/.test(path) ? [readFileSync(path, "utf8")] : [];
  });

test("every name of the glossary stands in the code", () => {
  const code = files("core").join("\n");
  const rows = readFileSync("docs/glossary.md", "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .slice(2);
  assert.ok(rows.length >= 30, `${rows.length} terms`);
  for (const row of rows) {
    const [, terms, names] = row.split("|");
    assert.match(terms, /[\u4e00-\u9fff]/);
    const given = [...names.matchAll(/`([^`]+)`/g)].map(([, name]) =>
      name.split("/").pop().replace(/-/g, "_"),
    );
    assert.ok(given.length > 0 || /section \d/.test(names), terms);
    for (const name of given) assert.ok(code.includes(name), `${name} (${terms.trim()}) is nowhere in core/`);
  }
});
