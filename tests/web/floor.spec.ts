// The built files ask for no syntax, name or style that the oldest browsers of the promise lack.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root, site } from "./browser";
import { FLOOR, unknownInScript, unknownInStyle } from "./floor";

const read = (...path: string[]): string => readFileSync(join(...path), "utf8");
const elements = (html: string, name: string): string[] =>
  [...html.matchAll(new RegExp(`<${name}\\b([^>]*)>([^]*?)</${name}>`, "g"))]
    .filter(([, attributes]) => !/id="core"/.test(attributes!)) // WebAssembly
    .map(([, , text]) => text!);

const single = read(root, "build/nianbao.html");
const index = read(site, "index.html");
// Script and WebAssembly of the PDF part, a NUL between them.
const beside = Buffer.from(
  [...read(root, "build/nianbao-pdf.css").matchAll(/--nianbao-pdf-\d+:"([^"]*)"/g)]
    .map(([, part]) => part)
    .join(""),
  "base64",
);

const scripts: Record<string, string> = {
  "the PDF part beside the single file": beside.toString("utf8", 0, beside.indexOf(0)),
  ...Object.fromEntries(elements(single, "script").map((code, i) => [`nianbao.html, script ${i + 1}`, code])),
  ...Object.fromEntries(
    elements(index, "script").map((code, i) => [`site/index.html, script ${i + 1}`, code]),
  ),
};
// The recogniser of pictures asks the browser first for what it needs (web/src/ocr/part.ts).
const runsEverywhere = (name: string): boolean => name.endsWith(".js") && !name.startsWith("ocr.");
for (const name of readdirSync(site).filter(runsEverywhere)) scripts[`site/${name}`] = read(site, name);

// Fields of results, messages and settings that happen to be called like something newer.
const OURS = [".at", ".chunks", ".difference", ".errors", ".level", ".lines", ".range", ".take()"];
// PDFium's and Emscripten's own.
const OF_PDFIUM = [".handle()", ".setStatus", ".setStatus()"];
// Where it is not known, nothing is lost: a rule for :focus covers :focus-visible, controls stay light,
// underlines are thin and close.
const HARMLESS = [
  "@media forced-colors",
  ":focus-visible",
  "color-scheme",
  "color-scheme: dark",
  "text-decoration-thickness",
  "text-underline-offset",
];
const EXCEPTIONS = [...OURS, ...OF_PDFIUM, ...HARMLESS];

const used = new Set<string>();
const required = (names: string[]): string[] => {
  names.forEach((name) => used.add(name));
  return names.filter((name) => !EXCEPTIONS.includes(name));
};

test("worker, its start, page, start check and PDF part are looked at", () => {
  assert.equal(elements(single, "script").length, 4);
  assert.equal(elements(index, "script").length, 4);
  assert.equal(elements(single, "style").length, 1);
});

for (const [name, code] of Object.entries(scripts))
  test(`${name} runs in Chromium ${FLOOR.chrome} and Firefox ${FLOOR.firefox}`, () =>
    assert.deepEqual(required(unknownInScript(code)), []));

for (const [name, html] of Object.entries({ "nianbao.html": single, "site/index.html": index }))
  test(`the style of ${name} needs nothing newer`, () =>
    assert.deepEqual(required(elements(html, "style").flatMap(unknownInStyle)), []));

test("the style of the self-test's sheet needs nothing newer", () =>
  assert.deepEqual(required(unknownInStyle(read(root, "web/src/self_test/sheet.css"))), []));

test("every exception is needed", () =>
  assert.deepEqual(
    EXCEPTIONS.filter((name) => !used.has(name)),
    [],
  ));

// ---- the check itself ------------------------------------------------------------------------------------

for (const [code, found] of Object.entries({
  "a ??= b": ["syntax: Unexpected token (1:3)"],
  "a?.b": ["syntax: Unexpected token (1:2)"],
  "class A { #b() {} }": ["syntax: Unexpected character '#' (1:10)"],
  "list.at(-1)": [".at()"],
  "const row = { at: 1 }; row.at": [".at"],
  "text.replaceAll(a, b)": [".replaceAll()"],
  "list.findLast(f)": [".findLast()"],
  "box.replaceChildren()": [".replaceChildren()"],
  "structuredClone(a)": ["structuredClone"],
  "window.structuredClone(a)": ["window.structuredClone"],
  "Object.hasOwn(a, b)": ["Object.hasOwn"],
  "Promise.any(all)": ["Promise.any"],
  "crypto.randomUUID()": [".randomUUID()"],
  "new WeakRef(a)": ["WeakRef"],
  "const structuredClone = (a) => a; structuredClone(1)": [],
  "const own = { replaceChildren() {} }; own.replaceChildren()": [],
  "Object.fromEntries(list.flat().map(([a, b]) => [a.trimEnd(), b]))": [],
  "blob.arrayBuffer().then((bytes) => new Uint8Array(bytes))": [],
}))
  test(`script: ${code}`, () => assert.deepEqual(unknownInScript(code), found));

for (const [sheet, found] of Object.entries({
  "a:has(b) { color: red }": [":has"],
  ":is(a, b) c { color: red }": [":is"],
  "a { inset: 0 }": ["inset"],
  "a { aspect-ratio: 1 }": ["aspect-ratio"],
  "a { display: flex; gap: 1rem }": ["gap in flex"],
  "a { row-gap: 1rem }": ["row-gap in flex"],
  "a { display: grid; gap: 1rem }": [],
  "a { width: clamp(1rem, 2vw, 3rem) }": ["clamp()"],
  "a { color: color-mix(in srgb, red, blue) }": ["color-mix()"],
  "a { height: 100dvh }": ["dvh"],
  "a { overflow: clip }": ["overflow: clip"],
  "a { & b { color: red } }": ["nesting"],
  "a { b { color: red } }": ["not understood: b { color: red }"],
  "@container (width > 1px) { a { color: red } }": ["@container"],
  "@layer one { a { color: red } }": ["@layer"],
  "@media (width >= 600px) { a { color: red } }": ["@media range"],
  "@media (max-width: 600px) { a::before { width: calc(1px + 2vw) } }": [],
  "@supports (inset: 0) { a { inset: 0 } }": [],
}))
  test(`style: ${sheet}`, () => assert.deepEqual(unknownInStyle(sheet), found));
