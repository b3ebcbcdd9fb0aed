// Files made to exhaust time and memory (tests/unit/hostile/budgets_test.cpp holds their answers): seconds
// and memory of the program.
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateRawSync } from "node:zlib";
import { root } from "../wasm/support.mjs";
import { removeFolder } from "./support/context.mjs";

export const title = "刁难的文件";

const MEGABYTE = 1 << 20;
const LARGEST = 100 * MEGABYTE;
const head = "青禾县水利局2024年政府信息公开工作年度报告\n一、总体情况\n";
const page = `<h1>${head}</h1>`;
const odt =
  '<office:document office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>';
const mht = "MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n";

// A file of 100 MB: `begin`, and `unit` over and over.
const filled =
  (begin, unit, end = "") =>
  (path) => {
    const block = Buffer.from(unit.repeat(Math.ceil(MEGABYTE / Buffer.byteLength(unit))));
    const file = openSync(path, "w");
    let size = writeSync(file, begin);
    while (size + block.length + end.length <= LARGEST) size += writeSync(file, block);
    writeSync(file, end);
    closeSync(file);
  };

const whole = (content) => (path) => writeFileSync(path, content());

// 1,000 rows of 1,000 cells.
const cells = (row, cell, end) => (row + cell.repeat(1000) + end).repeat(1000);

function zip(name, packed, size, sum) {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(sum, 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from("PK\x03\x04"), fields, Buffer.from(name), packed]);
  const entry = Buffer.concat([Buffer.from("PK\x01\x02\x14\0"), fields, Buffer.alloc(14), Buffer.from(name)]);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06");
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, entry, end]);
}

function docx(body) {
  const xml = Buffer.from(`<w:document><w:body>${body}</w:body></w:document>`);
  return zip("word/document.xml", deflateRawSync(xml), xml.length, crc32(xml));
}

// 1 GB of zeros: a deflated megabyte, 1,024 times.
function bomb() {
  const block = Buffer.alloc(MEGABYTE);
  const piece = deflateRawSync(block, { level: 9, finishFlush: 2 });
  let sum = 0;
  for (let i = 0; i < 1024; i++) sum = crc32(block, sum);
  const packed = Buffer.concat([...Array(1024).fill(piece), deflateRawSync(Buffer.alloc(0))]);
  return zip("word/document.xml", packed, 1024 * MEGABYTE, sum);
}

const FILES = [
  ["文字，有数字的句子", ".txt", filled(head, "2024年共公开信息12条，其中公告3条、动态9条，占75%。\n")],
  ["文字，不分行", ".txt", filled(head, "字")],
  ["文字，空行", ".txt", filled(head, "\n")],
  ["文字，短行", ".txt", filled(head, "1 a\n")],
  ["网页，段落", ".html", filled(page, "<p>2024年共公开信息12条。</p>")],
  ["网页，不闭合的标签", ".html", filled(page, "<b>")],
  ["网页，属性", ".html", filled(page, "<p a=1 b=2 c=3>")],
  ["网页，字符引用", ".html", filled(page, "&#65;")],
  ["MHT", ".mht", filled(`${mht}Content-Transfer-Encoding: quoted-printable\r\n\r\n${page}`, "=E4=B8=80")],
  ["RTF，段落", ".rtf", filled("{\\rtf1 ", "\\u19968?\\par ", "}")],
  ["RTF，表格", ".rtf", filled("{\\rtf1 \\trowd\\cellx1\\cellx2", "1\\cell 2\\cell\\row ", "}")],
  ["FODT，段落", ".fodt", filled(odt, "<text:p>x</text:p>")],
  ["PDF 的字", ".nbpdf", filled("NBPDF1\nP 595.28 841.89\n", "T 59.70 72.10 69.70 82.10 年\n")],
  ["网页，一百万格", ".html", whole(() => `${page}<table>${cells("<tr>", "<td>1</td>", "</tr>")}</table>`)],
  [
    "docx，一百万格",
    ".docx",
    whole(() =>
      docx(`<w:tbl>${cells("<w:tr>", "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>", "</w:tr>")}</w:tbl>`),
    ),
  ],
  ["制表符，一百万格", ".txt", whole(() => head + cells("1", "\t1", "\n"))],
  ["Markdown，一百万格", ".md", whole(() => head + cells("|", "1|", "\n"))],
  ["网页，十万层", ".html", whole(() => page + "<div>".repeat(1e5) + "x")],
  ["docx，十万层", ".docx", whole(() => docx("<w:sdt>".repeat(1e5)))],
  ["1 GB 的压缩包", ".docx", whole(bomb)],
];

// Seconds on the clock and of the processor, the peak of memory as the kernel knows it, and what the answer
// says.
async function measure(file) {
  const begin = process.hrtime.bigint();
  const child = spawn(join(root, "build", "nianbao"), ["check", "--format", "json", file], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  let kilobytes = 0;
  let ticks = 0;
  const look = setInterval(() => {
    try {
      const found = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"));
      if (found) kilobytes = Math.max(kilobytes, Number(found[1]));
      const fields = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ")[1].split(" ");
      ticks = Math.max(ticks, Number(fields[11]) + Number(fields[12]));
    } catch {
      // it has ended
    }
  }, 10);
  const parts = [];
  child.stdout.on("data", (part) => parts.push(part));
  await once(child, "close");
  clearInterval(look);
  const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
  const { outcome, problems } = JSON.parse(Buffer.concat(parts));
  const limits = problems.map((problem) => problem.detail).filter(Boolean);
  return {
    seconds,
    processor: ticks / 100,
    megabytes: kilobytes / 1024,
    answer: [outcome, ...limits].join("；"),
  };
}

export async function run() {
  const folder = mkdtempSync(join(tmpdir(), "nianbao-hostile-"));
  const rows = [];
  for (const [name, suffix, make] of FILES) {
    const file = join(folder, `x${suffix}`);
    make(file);
    const size = statSync(file).size / MEGABYTE;
    const { seconds, processor, megabytes, answer } = await measure(file);
    rows.push([
      name,
      size.toFixed(1),
      seconds.toFixed(2),
      processor.toFixed(2),
      megabytes.toFixed(0),
      answer,
    ]);
    rmSync(file);
  }
  removeFolder(folder);
  return {
    columns: ["文件", "MB", "秒", "处理器秒", "内存 MB", "回答"],
    rows,
    notes: ["`nianbao check --format json` 的整个进程，含读文件；上限见 core/base/limits.h。"],
  };
}
