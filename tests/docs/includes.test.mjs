// Includes of core/ point one way: up the table of docs/architecture.md, and never round in a circle.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../wasm/support.mjs";

// "rules" of rules/dates/late.cpp, "check" of check.h.
const placeOf = (path) => path.replace(/\/.*/, "").replace(/\.(h|cpp|inc)$/, "");

const table = readFileSync(join(root, "docs/architecture.md"), "utf8");
const order = [...table.matchAll(/^\| `core\/([a-z_]+)(?:\/|\.h)` \|/gm)].map(([, place]) => place);

const files = new Map(
  readdirSync(join(root, "core"), { recursive: true })
    .filter((path) => /\.(h|cpp|inc)$/.test(path))
    .map((path) => {
      const text = readFileSync(join(root, "core", path), "utf8");
      return [path, [...text.matchAll(/^#include "([^"]+)"$/gm)].map(([, included]) => included)];
    }),
);

function circle(path, above = [], seen = new Set()) {
  if (above.includes(path)) return [...above.slice(above.indexOf(path)), path];
  if (seen.has(path)) return null;
  seen.add(path);
  for (const included of files.get(path) ?? []) {
    const found = circle(included, [...above, path], seen);
    if (found) return found;
  }
  return null;
}

test("the table names every folder of core", () =>
  assert.deepEqual([...order].sort(), [...new Set([...files.keys()].map(placeOf))].sort()));

test("a file includes nothing below it in the table", () => {
  const wrong = [];
  for (const [path, included] of files)
    for (const other of included)
      if (files.has(other) && order.indexOf(placeOf(other)) > order.indexOf(placeOf(path)))
        wrong.push(`${path} -> ${other}`);
  assert.deepEqual(wrong, []);
});

test("what is included is there", () => {
  const generated = ["rule_list.inc"];
  const wrong = [...files].flatMap(([path, included]) =>
    included
      .filter((other) => !files.has(other) && !generated.includes(other))
      .map((other) => `${path} -> ${other}`),
  );
  assert.deepEqual(wrong, []);
});

test("no headers include each other", () => {
  const seen = new Set();
  for (const path of files.keys()) assert.equal(circle(path, [], seen), null);
});

test("the prose and the repair of tables do not know each other", () => {
  for (const [path, included] of files)
    for (const [one, other] of [
      ["narrative", "localise"],
      ["localise", "narrative"],
    ])
      if (placeOf(path) === one)
        assert.deepEqual(
          included.filter((name) => placeOf(name) === other),
          [],
          path,
        );
});
