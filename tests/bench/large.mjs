// A large docx beside mammoth, a long PDF beside pdf.js: time and memory, each in a process of its own.
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";

export const title = "大文件：docx 与 mammoth，PDF 与 pdf.js";

export async function run(context) {
  const { root, scratch } = context;
  context.run("python3", ["-B", join(root, "tests/bench/support/large_files.py"), scratch]);
  const rows = [];
  const row = (what, name, ...values) =>
    rows.push([what, Math.round(statSync(join(scratch, name)).size / 1000), ...values]);
  const add = (what, name, program) => {
    const done = context.run(
      "node",
      [join(root, "tests/bench/support/one.mjs"), program, join(scratch, name)],
      { encoding: "utf8" },
    );
    if (done.status !== 0) throw new Error(`${program}, ${name}: ${done.stderr}`);
    const { ms, first, megabytes, size } = JSON.parse(done.stdout);
    row(what, name, ms, first, Math.round(megabytes), size);
  };
  const addNative = (what, name) => {
    const [ms, megabytes] = context.nativeCheck(join(scratch, name));
    row(what, name, ms, "–", Math.round(megabytes), "–");
  };
  addNative("docx：年报体检，本机，读并检查", "large.docx");
  add("docx：年报体检，WebAssembly，读并检查", "large.docx", "core");
  add("docx：mammoth，转成网页", "large.docx", "mammoth");
  const input = readFileSync(join(scratch, "large.pdf"));
  const poppler = () => context.run(join(root, "build", "nianbao-pdf"), [], { input });
  row(
    "PDF：poppler 取几何数据，另一个进程",
    "large.pdf",
    await context.fastest(poppler, { rounds: 7, clock: context.milliseconds }),
    "–",
    "–",
    "–",
  );
  addNative("PDF：年报体检，本机，认表并检查", "large.pdf");
  add("PDF：PDFium 加年报体检，WebAssembly", "large.pdf", "pdfium");
  add("PDF：pdf.js，只取文字", "large.pdf", "pdfjs");
  return {
    columns: ["", "kB", "毫秒", "第一次 毫秒", "内存 MB", "得到（单元格或字）"],
    rows,
    notes: [
      "内存是整个进程的最高值；Node 的进程空着就有 40 MB 上下。",
      "时间是处理器的时间，各线程合计；poppler 是另一个进程，按钟表。",
      "「PDFium 加年报体检」先查过一次范例，页面打开时也是这样。",
      "docx 约 500 kB，PDF 22 页，由 `tests/bench/support/large_files.py` 造出。",
    ],
  };
}
