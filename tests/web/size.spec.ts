// The page stays within web/size-budget.json, in bytes.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root, site } from "./browser";

const budget = JSON.parse(readFileSync(join(root, "web/size-budget.json"), "utf8")) as Record<string, number>;
const bytes = (path: string): number => statSync(path).size;
const files = readdirSync(site);
const pdf = files.filter((name) => name.startsWith("pdf."));
const ocr = files.filter((name) => name.startsWith("ocr."));
const packages = files.filter((name) => name.endsWith(".zip"));
const rest = files.filter((name) => !pdf.includes(name) && !ocr.includes(name) && !packages.includes(name));
const largest = (names: string[]): number => Math.max(...names.map((name) => bytes(join(site, name))));
const gzipped = (name: string): number =>
  execFileSync("gzip", ["-9c"], { input: readFileSync(join(site, name)), maxBuffer: 1 << 24 }).length;
const total = (names: string[]): number => names.reduce((sum, name) => sum + gzipped(name), 0);
const loaded = files.filter((name) => name === "index.html" || name.startsWith("checker."));
const later = files.filter((name) => name.startsWith("core."));

const measured: Record<string, () => number> = {
  "core.wasm": () => bytes(join(root, "build/wasm/core.wasm")),
  "first load, gzip": () => total(loaded),
  "whole core, fetched later, gzip": () => total(later),
  "largest file of the site but PDF and OCR parts": () => largest(rest),
  "PDF part, largest file": () => largest(pdf),
  "OCR part, all files": () => ocr.reduce((sum, name) => sum + bytes(join(site, name)), 0),
  "nianbao.html": () => bytes(join(root, "build/nianbao.html")),
  "offline package": () => largest(packages),
};

test("every budget is measured", () => assert.deepEqual(Object.keys(budget), Object.keys(measured)));

for (const [what, limit] of Object.entries(budget))
  test(`${what} is at most ${limit} bytes`, () => {
    const size = measured[what]!();
    assert.ok(
      size <= limit,
      `${what}: ${size} bytes, ${size - limit} over the budget of ${limit} (web/size-budget.json)`,
    );
  });
