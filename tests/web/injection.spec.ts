// A stranger's file: its markup is shown as text, runs nothing and loads nothing; a checker that runs out of
// memory says so.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { type Session, site, start } from "./browser";
import { becomes, comesToMatch, drop, paste, waitForVerdict } from "./person";
import { docxOf, soundHtml, textOf } from "./report";

let session: Session;
before(async () => void (session = await start()));
after(() => session.close());

const ATTACKS = [
  '<img src="x" onerror="window.hit=1">',
  "</script><script>window.hit=1</script>",
  "<svg onload=window.hit=1>",
  '"><iframe srcdoc="<script>parent.hit=1</script>">',
  '<a href="javascript:window.hit=1">',
  "{{constructor.constructor('window.hit=1')()}}",
];
const escaped = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

// In the title, a heading, a label, a cell and the running text.
const attacked = (html: string, attack: string): string =>
  html
    .replace("一、总体情况", () => "一、总体情况" + attack)
    .replace("<td>9</td>", () => `<td>9${attack}</td>`)
    .replace("行政规范性文件</td>", () => `行政规范性文件${attack}</td>`)
    .replace("无其他需要报告的事项。", () => "无其他需要报告的事项。" + attack);

// The page loads its larger parts when it is idle, on a slow machine while a file is already shown.
const OWN = new Set(readdirSync(site).map((name) => "/" + name));
const ownPart = (url: string): boolean => url.startsWith(session.address) && OWN.has(new URL(url).pathname);

async function watched(): Promise<{ page: Page; asked: string[] }> {
  const page = await session.open();
  const asked: string[] = [];
  page.on("request", (request) => {
    if (!/^(blob|data):/.test(request.url()) && !ownPart(request.url())) asked.push(request.url());
  });
  page.on("dialog", (dialog) => {
    asked.push("dialog " + dialog.message());
    void dialog.dismiss();
  });
  await page.waitForTimeout(300); // what the page itself loads
  asked.length = 0;
  return { page, asked };
}

async function nothingRan(page: Page, asked: string[]): Promise<void> {
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate(() => (window as unknown as { hit?: number }).hit), undefined);
  assert.deepEqual(asked, []);
  assert.equal(
    await page.locator("iframe, object, embed, img[src='x'], svg[onload], a[href^='javascript']").count(),
    0,
  );
}

for (const attack of ATTACKS)
  test(`${attack} is text in every place of a file`, async () => {
    const { page, asked } = await watched();
    const shown = (): Promise<boolean> =>
      page.locator("#document").evaluate((node, text) => node.textContent!.includes(text), attack);
    await drop(page, {
      name: `${attack.replace(/\//g, "")}.html`,
      data: attacked(soundHtml, escaped(attack)),
    });
    await becomes(shown, true);
    await nothingRan(page, asked);
    await paste(page, "#text", { text: "x", html: attacked(soundHtml, escaped(attack)) });
    await becomes(shown, true);
    await nothingRan(page, asked);
    await page.context().close();
  });

test("a Word file and a text with markup in them show it", async () => {
  const attack = ATTACKS[0]!;
  const { page, asked } = await watched();
  for (const file of [
    { name: "年报.txt", data: textOf(soundHtml).replace("一、总体情况", () => "一、总体情况" + attack) },
    { name: "年报.docx", data: docxOf(soundHtml).toString("latin1") },
  ]) {
    await drop(page, {
      name: file.name,
      data: Buffer.from(file.data, file.name.endsWith("docx") ? "latin1" : "utf8"),
    });
    await waitForVerdict(page, "");
    await nothingRan(page, asked);
  }
  await page.context().close();
});

test("a page that is dropped runs nothing, loads nothing, leads nowhere", async () => {
  const { page, asked } = await watched();
  const hostile =
    '<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/a"><base href="http://127.0.0.1:9/">' +
    '<link rel="stylesheet" href="http://127.0.0.1:9/b.css"><style>@import "http://127.0.0.1:9/c.css"</style>' +
    '<script>window.hit=1</script><script src="http://127.0.0.1:9/d.js"></script><body onload="window.hit=1">' +
    '<img src="http://127.0.0.1:9/e.png" onerror="window.hit=1"><iframe src="http://127.0.0.1:9/f"></iframe>' +
    '<p onclick="window.hit=1"><a href="http://127.0.0.1:9/g">公开指南</a></p>' +
    '<form action="http://127.0.0.1:9/h"><input autofocus onfocus="window.hit=1"></form>';
  await drop(page, { name: "年报.html", data: soundHtml.replace("<h2>", () => hostile + "<h2>") });
  await page.waitForSelector("#document p");
  await nothingRan(page, asked);
  await page.locator("#document p").first().click();
  assert.equal(await page.locator("#document a[href], #document form, #document [onclick]").count(), 0);
  await nothingRan(page, asked);
  await page.context().close();
});

test("a checker out of memory is told, starts again, and the input stays", async () => {
  const context = await session.open();
  const page = await context.context().newPage();
  page.setDefaultTimeout(60_000);
  // The worker's script comes as a Blob: there memory stops growing, and the module ends by itself.
  await page.addInitScript(() => {
    const Whole = window.Blob;
    window.Blob = class extends Whole {
      constructor(parts: BlobPart[] = [], options: BlobPropertyBag = {}) {
        const script = /javascript/.test(options.type || "");
        const stop =
          "WebAssembly.Memory.prototype.grow = function () { throw new RangeError('no memory'); };";
        super(script ? [stop, ...parts] : parts, options);
      }
    };
  });
  await page.goto(session.address);
  const line = "这一段记录日常工作的开展，与数据无关，只是很长。\n";
  const long = textOf(soundHtml).replace(
    "（三）政府信息管理。",
    () => line.repeat(150_000) + "（三）政府信息管理。",
  );
  await paste(page, "#text", { text: long });
  await page.waitForSelector("text=核对程序出了故障");
  await page.click("#tab-text");
  await comesToMatch(() => page.locator(".text-part").first().inputValue(), /只是很长/);
  await drop(page, { name: "年报.html", data: soundHtml });
  await waitForVerdict(page, "未发现问题");
  await context.context().close();
});
