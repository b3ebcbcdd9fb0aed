// Chinese linters on the same reports. They look at spaces and punctuation: what they say shows how loud they
// are, not who is right.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

export const title = "中文检查工具，同样的年报";

// The package is made for bundlers; under Node its module is put together by hand.
async function autocorrect(context) {
  const folder = join(context.root, "tests/bench/node_modules/@huacnlee/autocorrect");
  const glue = await import(join(folder, "autocorrect_bg.js"));
  const { instance } = await WebAssembly.instantiate(readFileSync(join(folder, "autocorrect_bg.wasm")), {
    "./autocorrect_bg.js": glue,
  });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start?.();
  return (text) => glue.lintFor(text, "report.txt").lines.length;
}

function zhlint() {
  const { run } = createRequire(import.meta.url)("zhlint");
  return (text) => run(text, { rules: { preset: "default" } }).validations.length;
}

export async function run(context) {
  const { files, real } = context.reports();
  const texts = files.map((path) => readFileSync(path, "utf8"));
  const core = await context.core();
  const ours = (text) => JSON.parse(core.check(Buffer.from(text), "{}", "")).findings.length;
  const rows = [];
  for (const [name, lint] of [
    ["年报体检（WebAssembly）", ours],
    ["autocorrect（WebAssembly）", await autocorrect(context)],
    ["zhlint（JavaScript）", zhlint()],
  ]) {
    const times = [];
    for (const text of texts) times.push(await context.fastest(() => lint(text), { rounds: 13 }));
    rows.push([name, context.median(times), ...texts.map(lint)]);
  }
  return {
    columns: ["", "毫秒（各份的中位）", ...files.map((_, at) => `第 ${at + 1} 份 条数`)],
    rows,
    notes: [
      `${real ? "五份真实年报" : "测试用的年报"}的文字；都在 Node 里跑。autocorrect 与 zhlint 查空格和标点，不核对数字。`,
    ],
  };
}
