// Pictures of pages: a report recognised and checked, and Tesseract's text of the same pages, where it is
// installed.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../wasm/support.mjs";
import { removeFolder } from "./support/context.mjs";

export const title = "扫描件，与 Tesseract 并排";

const report = join(root, "tests", "fixtures", "twins", "report.pdf");

// Processor seconds and the largest process's megabytes, of the commands and all that they start.
const measured = `import json, resource, subprocess, sys
for command in json.loads(sys.argv[1]):
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))`;

function use(commands) {
  const run = spawnSync("python3", ["-c", measured, JSON.stringify(commands)], { encoding: "utf8" });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
}

export function run() {
  const folder = mkdtempSync(join(tmpdir(), "nianbao-pages-"));
  if (spawnSync("pdftoppm", ["-r", "200", "-gray", "-png", report, join(folder, "page")]).status !== 0)
    throw new Error("pdftoppm drew no pages");
  const pages = readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));
  const program = join(root, "build", "nianbao");
  if (!existsSync(`${program}-ocr`)) throw new Error("scripts/build ocr first");
  const rows = [];
  const row = (name, commands) => {
    const [seconds, megabytes] = use(commands);
    rows.push([name, pages.length, (seconds / pages.length).toFixed(2), megabytes.toFixed(0)]);
  };
  row(
    "年报体检，本机：摆正、找格、逐格识别、核对",
    pages.map((page) => [program, "check", "--format", "json", page]),
  );
  const reads = (page) => ["tesseract", page, join(folder, "text"), "-l", "chi_sim", "--psm", "6"];
  if (spawnSync("tesseract", ["--list-langs"], { encoding: "utf8" }).stdout?.includes("chi_sim"))
    row("Tesseract，整页，只取文字", pages.map(reads));
  removeFolder(folder);
  return {
    columns: ["", "页", "每页处理器秒", "内存 MB"],
    rows,
    notes: [
      "同一份年报的 200 dpi 灰度图，一页一张；内存是最大的一个进程的最高值。没有装 Tesseract（tesseract-ocr-chi-sim）时没有它那一行。",
    ],
  };
}
