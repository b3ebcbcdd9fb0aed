// Check of real reports: native, WebAssembly under Node and in Chromium.
import { readFileSync } from "node:fs";
import { basename } from "node:path";

export const title = "检查一份年报";

export async function run(context) {
  const { files, real } = context.reports();
  const rows = [];
  for (const path of files) {
    const [native] = context.nativeCheck(path);
    const node = await context.nodeCheck(path);
    const browser = await context.browserCheck(path);
    rows.push([basename(path, ".txt"), readFileSync(path).length, native, node, browser, node / native]);
  }
  const slowest = Math.max(...rows.flatMap((row) => row.slice(3, 5))),
    ratio = context.median(rows.map((row) => row[5]));
  return {
    columns: ["年报", "字节", "本机 毫秒", "Node 毫秒", "Chromium 毫秒", "WebAssembly ÷ 本机"],
    rows,
    notes: [
      real ? "五份真实年报。" : "真实年报不在本机，量的是测试用的年报。",
      `目标：一份不超过 5 毫秒，最慢 ${slowest.toFixed(1)}，${slowest <= 5 ? "达到" : "未达到"}；WebAssembly 不超过本机 1.5 倍，中位 ${ratio.toFixed(2)}，${ratio <= 1.5 ? "达到" : "未达到"}。`,
    ],
  };
}
