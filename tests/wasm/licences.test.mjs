// The licences of what is inside stand in everything that is handed out.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "./support.mjs";

const always = [
  "Apache License",
  "UNICODE",
  "Jean-loup Gailly",
  "Arseny Kapoulkine",
  "gumbo",
  "Niels Lohmann",
  "Emscripten",
];
const pdf = ["PDFium"];
const ocr = ["ONNX Runtime", "PP-OCRv4", "Microsoft Corporation"];

for (const [file, words] of [
  ["site/licences.txt", [...always, ...pdf, ...ocr]],
  ["nianbao.html", always],
  ["nianbao-pdf.css", [...always, ...pdf]],
  ["nianbao-ocr.css", [...always, ...ocr]],
  ["npm/licences.txt", [...always, ...pdf]],
])
  test(`licences in ${file}`, () => {
    const path = join(root, "build", file);
    assert.ok(existsSync(path), `${path} was not built`);
    const text = readFileSync(path, "utf8");
    for (const word of words) assert.ok(text.includes(word), `${file} says nothing of ${word}`);
  });
