// Many reports at once: 1,000 and 10,000 of them through the command line, seconds and memory of the whole
// process.
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../wasm/support.mjs";
import { removeFolder } from "./support/context.mjs";
import { cores, wholeRun } from "./support/whole_run.mjs";

export const title = "成批检查";

const base = readFileSync(join(root, "tests", "rules", "base_2021.txt"), "utf8");

// Each a body of its own, with a sentence of its own.
function report(i) {
  const agency = `青禾县${String.fromCharCode(0x4e00 + (i % 5000))}${String.fromCharCode(0x5e00 + Math.floor(i / 50))}局`;
  return base
    .split("青禾县水利局")
    .join(agency)
    .replace("一、总体情况\n", `一、总体情况\n第${i}号单位按照要求编制本报告。\n`);
}

function folderOf(count) {
  const folder = mkdtempSync(join(tmpdir(), "nianbao-many-"));
  for (let i = 0; i < count; i++) {
    if (i % 1000 === 0) mkdirSync(join(folder, String(i / 1000)));
    writeFileSync(join(folder, String(Math.floor(i / 1000)), `${i}.txt`), report(i));
  }
  return folder;
}

export async function run() {
  const rows = [];
  for (const count of [1000, 10000]) {
    const folder = folderOf(count);
    for (const options of [
      ["--format", "jsonl"],
      ["--format", "jsonl", "--together"],
      ["--format", "xlsx"],
    ]) {
      const { seconds, megabytes } = await wholeRun(["check", "--jobs", cores, ...options, folder]);
      rows.push([
        count,
        options.join(" "),
        seconds.toFixed(2),
        ((1000 * seconds) / count).toFixed(2),
        megabytes.toFixed(0),
      ]);
    }
    removeFolder(folder);
  }
  return {
    columns: ["份数", "选项", "秒", "每份毫秒", "内存 MB"],
    rows,
    notes: [
      `纯文本年报，每份约 ${Math.round(report(0).length / 1000)} 千字；${cores} 个线程，绑在 2 个核上。每份读两遍：第一遍认出单位和年度。`,
    ],
  };
}
