// Check of one report in every format, natively and in WebAssembly.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

export const title = "同一份年报，各种格式";

export async function run(context) {
  const folder = join(context.root, "tests", "fixtures", "twins");
  const files = readdirSync(folder)
    .filter((file) => file.startsWith("report."))
    .map((name) => join(folder, name));
  const rows = [];
  for (const path of files) {
    const [native, megabytes] = context.nativeCheck(path);
    const wasm = await context.nodeCheck(path);
    rows.push([
      path.slice(folder.length + 1),
      statSync(path).size,
      native,
      wasm,
      wasm / native,
      Math.round(megabytes),
    ]);
  }
  return {
    columns: ["文件", "字节", "本机 毫秒", "WebAssembly 毫秒", "比", "本机内存 MB"],
    rows,
    notes: [
      "查一遍的时间：读、认、查、写出 JSON。PDF 从几何数据算起，取出几何数据的时间见“大文件”。内存是整个进程的最高值。",
    ],
  };
}
