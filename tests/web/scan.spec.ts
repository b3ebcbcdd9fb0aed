// A page that is a picture: recognised on this computer when a person wants it, its numbers confirmed one by
// one.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { root, type Session, singleFile, start } from "./browser";
import { becomes, drop, verdict } from "./person";

const LONG = 240_000; // milliseconds: a page takes half a minute on a quiet machine

let session: Session;
let picture: { name: string; data: Buffer };
before(async () => {
  const folder = mkdtempSync(join(tmpdir(), "nianbao-scan-"));
  const original = join(root, "tests/fixtures/twins/report.pdf");
  const drawn = spawnSync("pdftoppm", [
    "-r",
    "130",
    "-f",
    "3",
    "-l",
    "3",
    "-gray",
    "-png",
    original,
    join(folder, "page"),
  ]);
  assert.equal(drawn.status, 0);
  const [name] = readdirSync(folder);
  picture = { name: "扫描.png", data: readFileSync(join(folder, name!)) };
  rmSync(folder, { recursive: true });
  session = await start();
});
after(() => session.close());

const title = (page: Page) => () => page.textContent(".pictures h3");
const problem = (page: Page) => () => page.locator(".problems li").allTextContents();
const FROM_PICTURE = "第1页是图片，文字和数字由本机识别，可能有误。请逐项对照原件。";

async function offered(page: Page): Promise<void> {
  await drop(page, picture);
  await page.waitForSelector("#ocr-read");
  assert.match(await verdict(page), /^是图片，没有文字可读/);
}

for (const [where, options] of [
  ["on a site", {}],
  ["from a double click", { address: singleFile }],
] as const)
  test(`a picture is read and confirmed with the keyboard, ${where}`, async () => {
    const page = await session.open(options);
    await offered(page);
    await page.click("#ocr-read");
    await page.waitForSelector(".picture-number", { timeout: LONG });
    await becomes(problem(page), [FROM_PICTURE]);
    const count = await page.locator(".picture-number").count();
    assert.ok(count > 80, `${count} numbers`);
    await page.locator(".picture-number input").first().focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await becomes(title(page), `图片上的数字：共 ${count} 个，已核对 2 个`);
    assert.equal(
      await page
        .locator(".picture-number input")
        .nth(2)
        .evaluate((e) => e === document.activeElement),
      true,
    );
    // What a person types stands in the report.
    await page.keyboard.type("4321");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector(".paper")!.textContent!.indexOf("4321") >= 0);
    if (await page.isVisible("#ocr-rest")) await page.click("#ocr-rest");
    for (const input of await page.locator('.picture-number[data-said="no"] input').all()) {
      await input.fill("0");
      await input.press("Enter");
    }
    await becomes(title(page), `图片上的数字：共 ${count} 个，已核对 ${count} 个`);
    await becomes(async () => (await problem(page)()).includes(FROM_PICTURE), false);
    await page.context().close();
  });

test("cancelling leaves the file as it was", async () => {
  const page = await session.open();
  await offered(page);
  await page.click("#ocr-read");
  await page.click("#ocr-cancel");
  await page.waitForSelector("#ocr-read");
  assert.match(await verdict(page), /^是图片，没有文字可读/);
  await page.context().close();
});

test("a site without the part says so, and it can be tried again", async () => {
  const page = await session.open({ serviceWorkers: "block" });
  await page.route("**/ocr.*", (route) => route.abort());
  await offered(page);
  await page.click("#ocr-read");
  const words = () => page.textContent("#ocr span");
  await becomes(words, "网站上识别图片的部分没能载入。请检查网络后再试，或改用 Word、WPS、网页文件。");
  assert.equal(await page.textContent("#ocr-read"), "重试");
  await page.context().close();
});
