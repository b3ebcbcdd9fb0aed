// node example.mjs 年报.docx [校核单.html]; of a PDF where @embedpdf/pdfium is installed, else the answer says so
import { readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { check, product } from "nianbao";
import { pdf } from "nianbao/pdf";

const [file, note] = process.argv.slice(2);
const bytes = await readFile(file);
const options = { name: basename(file), pdf };
const result = await check(bytes, options);
console.log(
  `${result.outcome}：${result.summary.errors} 处错误，${result.summary.warnings} 处疑似，${result.summary.notices} 处提示`,
);
for (const problem of result.problems) console.log(problem.message);
for (const finding of result.findings)
  console.log(`${finding.severity}  ${finding.message}  ${finding.advice}`);
if (note) await writeFile(note, await product("note.html", bytes, options));
