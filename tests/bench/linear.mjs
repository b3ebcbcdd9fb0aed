// One report grown longer and longer, as text and as a page: the time for each kilobyte stays the same.
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const title = "越长的年报";

const SIZES = [0, 100, 200, 400, 800]; // kB put in
const WORDS =
  "政务公开工作信息发布群众企业服务平台建设制度机制落实推进完善加强规范管理监督保障培训考核解读回应关切办理答复审查更新";

// Sentences that say nothing and do not repeat.
function filler(kilobytes) {
  const lines = [];
  let seed = 1,
    bytes = 0;
  const below = (n) => (seed = (seed * 48271) % 2147483647) % n;
  while (bytes < kilobytes * 1000) {
    const line = `${Array.from({ length: 60 }, () => WORDS[below(WORDS.length)]).join("")}。`;
    bytes += Buffer.byteLength(line) + 1;
    lines.push(line);
  }
  return lines;
}

const page = (text) =>
  `<!doctype html><meta charset="utf-8">${text
    .split("\n")
    .map((line) => `<p>${line}</p>`)
    .join("\n")}`;
const dresses = [
  ["txt", (text) => text],
  ["html", page],
];

export async function run(context) {
  const base = readFileSync(join(context.root, "tests", "rules", "base_2021.txt"), "utf8");
  const rows = [];
  for (const [format, dress] of dresses)
    for (const size of SIZES) {
      const file = join(context.scratch, `${size}.${format}`);
      writeFileSync(
        file,
        dress(base.replace("一、总体情况\n", ["一、总体情况", ...filler(size), ""].join("\n"))),
      );
      const kilobytes = statSync(file).size / 1000;
      const [native, megabytes] = context.nativeCheck(file);
      const wasm = await context.nodeCheck(file);
      rows.push([
        `${format}，${Math.round(kilobytes)} kB`,
        native,
        wasm,
        native / kilobytes,
        wasm / kilobytes,
        Math.round(megabytes),
      ]);
    }
  return {
    columns: ["年报", "本机 毫秒", "WebAssembly 毫秒", "本机 毫秒/kB", "WebAssembly 毫秒/kB", "本机内存 MB"],
    rows,
    notes: [
      "同一份年报，第一部分加进越来越多的文字；每 kB 的时间不随长度增加，就是线性的。第一行是没有加的。",
    ],
  };
}
