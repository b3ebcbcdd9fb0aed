// A PDF in the page: the PDF part is loaded when one comes, from the site and beside the single file.
import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { root, type Session, singleFile, start } from "./browser";
import { becomes, drop, titles, verdict } from "./person";

let session: Session;
before(async () => void (session = await start()));
after(() => session.close());

const twin = (name: string) => ({ name, data: readFileSync(join(root, "tests/fixtures/twins", name)) });

for (const [where, options] of [
  ["on a site", {}],
  ["from a double click", { address: singleFile }],
] as const)
  test(`a PDF gives what its Word file gives, ${where}`, async () => {
    const page = await session.open(options);
    await drop(page, twin("report.docx"));
    await page.waitForSelector(".card");
    const fromWord = [await verdict(page), await titles(page)];
    const other = await session.open(options);
    await drop(other, twin("report.pdf"));
    await other.waitForSelector(".card", { timeout: 20000 });
    assert.deepEqual([await verdict(other), await titles(other)], fromWord);
    await page.context().close();
    await other.context().close();
  });

const sentence = (page: Page) => () => page.locator("[role=alert] span").allTextContents();
const NOT_BESIDE =
  "读 PDF 要用的 nianbao-pdf.css 不在这个页面旁边，这份 PDF 没有打开。请把它和页面放进同一个文件夹再试，或改用 Word、WPS、网页文件。";
const FOREIGN =
  "页面旁边的 nianbao-pdf.css 不是和这个页面一起发布的那一份，没有使用，这份 PDF 没有打开。请从同一个离线包里取出两个文件放在一起，或改用 Word、WPS、网页文件。";
const NOT_LOADED =
  "网站上读 PDF 的部分没能载入，这份 PDF 没有打开。请检查网络后再试，或改用 Word、WPS、网页文件。";

// A PDF is dropped on a report that is shown: all of that stays.
async function dropInVain(page: Page, words: string): Promise<void> {
  await drop(page, twin("report.docx"));
  await page.waitForSelector(".card");
  const before = [await verdict(page), await titles(page)];
  await drop(page, twin("report.pdf"));
  await becomes(sentence(page), [words]);
  assert.deepEqual([await verdict(page), await titles(page)], before);
  assert.match((await page.textContent(".source-bar"))!, /report\.docx/);
}

// The single file in a folder of its own, opened by a double click.
async function alone(work: (folder: string, page: Page) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "nianbao-alone-"));
  try {
    copyFileSync(join(root, "build/nianbao.html"), join(folder, "nianbao.html"));
    const page = await session.open({ address: `file://${folder}/nianbao.html` });
    await work(folder, page);
    await page.context().close();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("the single file without its PDF part says so, keeps what was shown, and reads PDF when it is there again", () =>
  alone(async (folder, page) => {
    await dropInVain(page, NOT_BESIDE);
    copyFileSync(join(root, "build/nianbao-pdf.css"), join(folder, "nianbao-pdf.css"));
    await drop(page, twin("report.pdf"));
    await page.waitForSelector(".source-bar:has-text('report.pdf')");
    await becomes(sentence(page), []);
  }));

const part = readFileSync(join(root, "build/nianbao-pdf.css"), "utf8");
const planted = (script: string): string => Buffer.from(`${script}\0wasm`).toString("base64");
const SCRIPT = "self.postMessage({ error: 'planted' }); fetch('https://planted.invalid/');";
for (const [what, sheet] of [
  ["another script", `html{--nianbao-pdf-0:"${planted(SCRIPT)}"}`],
  [
    "one letter changed",
    part.replace(/(--nianbao-pdf-1:"....)(.)/, (_, head, c) => head + (c === "A" ? "B" : "A")),
  ],
  ["no base64", 'html{--nianbao-pdf-0:"A"}'],
  [
    "a style sheet that asks elsewhere",
    `@import "https://planted.invalid/"; html{--nianbao-pdf-0:"AAAA"; background: url(https://planted.invalid/a)}
     @font-face{font-family:a; src:url(https://planted.invalid/b)} body{font-family:a; display:none}`,
  ],
] as const)
  test(`a planted PDF part is not used: ${what}`, () =>
    alone(async (folder, page) => {
      const asked: string[] = [];
      const refused: string[] = [];
      page.context().on("request", (request) => asked.push(request.url()));
      page.context().on("requestfailed", (request) => {
        if (request.failure()?.errorText === "csp") refused.push(request.url()); // before anything left the browser
      });
      const script = "document.title = 'planted'; window.planted = true;";
      writeFileSync(join(folder, "nianbao-pdf.css"), sheet);
      writeFileSync(join(folder, "nianbao-pdf.js"), script); // of an older page, or planted: never asked for
      await dropInVain(page, FOREIGN);
      assert.deepEqual(
        asked.filter((url) => !/^blob:|\/nianbao-pdf\.css$/.test(url) && !refused.includes(url)),
        [],
      );
      assert.equal(page.workers().length, 1, "only the checker's");
      assert.ok(await page.isVisible(".paper"), "the page's own looks are its own");
      // The right part in its place is used by the next PDF.
      writeFileSync(join(folder, "nianbao-pdf.css"), part);
      await drop(page, twin("report.pdf"));
      await page.waitForSelector(".source-bar:has-text('report.pdf')");
    }));

test("a site whose PDF part does not come says so and keeps what was shown", async () => {
  const page = await session.open({ serviceWorkers: "block" }); // which would have kept it
  await page.route(/\/pdf\..*\.wasm$/, (route) => route.abort());
  await dropInVain(page, NOT_LOADED);
  await page.context().close();
});

test("with nothing shown, the page stays as it was", async () => {
  const page = await session.open({ serviceWorkers: "block" }); // which would have kept it
  await page.route(/\/pdf\./, (route) => route.abort());
  await page.setInputFiles("#file", { name: "a.pdf", mimeType: "", buffer: twin("report.pdf").data });
  await becomes(sentence(page), [NOT_LOADED]);
  assert.ok(await page.isVisible("#text"));
  await page.context().close();
});
