// A page that is a picture, read by the program on the command line: what is read is right, what is doubtful
// is not read, and nothing that rests on it is called an error.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { blurred, cropped, dimmed, readPgm, writePng } from "./pictures.mjs";
import { program, root } from "./support.mjs";

const original = join(root, "tests/fixtures/twins/report.pdf");
const folder = mkdtempSync(join(tmpdir(), "nianbao-scan-"));

function check(file) {
  const { stdout } = spawnSync(program, ["check", "--format", "json", file], { encoding: "utf8" });
  return JSON.parse(stdout);
}

let printed;
let pages;
before(() => {
  printed = check(original);
  const drawn = spawnSync("pdftoppm", ["-r", "150", "-gray", "-png", original, join(folder, "page")]);
  assert.equal(drawn.status, 0);
  pages = readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));
});
after(() => rmSync(folder, { recursive: true }));

test("numbers of pictures are those that are printed, or not read", () => {
  const results = pages.slice(0, 3).map(check); // on which the tables stand
  const cells = Object.entries(printed.report.cells).filter(([, cell]) => cell.state === "number");
  const wrong = [];
  let right = 0;
  for (const [id, { value }] of cells) {
    const read = results.map(({ report }) => report.cells[id]).filter((cell) => cell?.state === "number");
    wrong.push(...read.filter((cell) => cell.value !== value).map((cell) => [id, value, cell.value]));
    right += read.some((cell) => cell.value === value);
  }
  assert.deepEqual(wrong, []);
  assert.ok(right >= 0.97 * cells.length, `${right} of ${cells.length}`);
  for (const { outcome, problems, findings } of results) {
    assert.equal(outcome, "partial");
    assert.ok(problems.some(({ code }) => code === "from-picture"));
    assert.deepEqual(
      findings.filter(({ severity }) => severity === "error"),
      [],
    );
  }
});

test("a picture of something else is told to be a picture", () => {
  const icon = check(join(root, "web/icons/icon-512.png"));
  assert.equal(icon.outcome, "unreadable");
  assert.deepEqual(
    icon.problems.map(({ code, message }) => [code, message]),
    [
      [
        "image",
        "第1页没有找到成行的文字，可能拍的不是年报。请对准年报逐页重新拍摄，或用 300 dpi 扫描，也可改用 Word、WPS 原稿。",
      ],
    ],
  );
});

// Page three, which table three fills, as a picture in which something went wrong.
function poor(name, change) {
  const drawn = join(folder, "third");
  const { status } = spawnSync("pdftoppm", [
    "-r",
    "150",
    "-f",
    "3",
    "-l",
    "3",
    "-singlefile",
    "-gray",
    original,
    drawn,
  ]);
  assert.equal(status, 0);
  const file = join(folder, `${name}.png`);
  writePng(file, change(readPgm(`${drawn}.pgm`)));
  return check(file);
}

const texts = {
  dark: "第1页太暗，许多字认不出来，认不出的没有核对。请在亮处重新拍摄，或用 300 dpi 重新扫描。",
  blurred: "第1页模糊，许多字认不出来，认不出的没有核对。请对准焦、拿稳重新拍摄，或用 300 dpi 重新扫描。",
  cut: "第1页没有拍全，表格或文字伸到了图片边上，图片以外的没有核对。请把整页放进画面重新拍摄，或重新扫描。",
};

for (const [name, change] of [
  ["dark", (page) => dimmed(page, 0.08, 14)],
  ["blurred", (page) => blurred(page, 3)],
  ["cut", (page) => cropped(page, 0, 0, page.width >> 1, page.height)],
])
  test(`a picture that is ${name} is told to be so, and no number is invented`, () => {
    const { problems, report, findings = [] } = poor(name, change);
    const told = problems.map(({ message }) => message);
    assert.ok(told.includes(texts[name]), told.join("\n"));
    for (const [id, cell] of Object.entries(report?.cells ?? {}))
      if (cell.state === "number") assert.equal(cell.value, printed.report.cells[id].value, id);
    assert.deepEqual(
      findings.filter(({ severity }) => severity === "error"),
      [],
    );
  });
