// The page in a real Chromium 78, the oldest browser it promises to run in.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import { type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { root, serve, singleFile, type Site, site } from "./browser";
import { type OldBrowser, type OldPage, startChromium78 } from "./chromium78";

const twin = (name: string): [string, string] => [
  name,
  readFileSync(join(root, "tests/fixtures/twins", name)).toString("base64"),
];
const words = readFileSync(join(root, "tests/rules/base_2021.txt"), "utf8");

let browser: OldBrowser;
let server: Site;
let folder: string;
let errors: string[];
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "nianbao-site-"));
  cpSync(site, join(folder, "some/path"), { recursive: true });
  server = await serve(folder, { ".wasm": "application/octet-stream" });
  browser = await startChromium78();
});
after(async () => {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true });
});

async function open(address: string): Promise<OldPage> {
  const page = await browser.newPage();
  errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.bringToFront(); // pages behind others draw nothing
  await page.evaluateOnNewDocument('Object.defineProperty(navigator, "language", { value: "zh-CN" })');
  await page.goto(address);
  await page.waitForSelector("#text");
  return page;
}

const drop = (page: OldPage, [name, base64]: [string, string]): Promise<unknown> =>
  page.evaluate(
    (fileName: string, data: string) => {
      const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], fileName));
      for (const type of ["dragover", "drop"])
        document.body.dispatchEvent(
          new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }),
        );
    },
    name,
    base64,
  );

async function verdictOf(page: OldPage, name: string): Promise<string> {
  const shown = `document.querySelector(".source-bar").textContent.indexOf(${JSON.stringify(name)}) >= 0`;
  await page.waitForFunction(`document.querySelector(".card") && ${shown}`, { timeout: 30_000 });
  return page.evaluate(() => document.querySelector(".verdict-title")!.textContent!);
}

test("the browser is Chromium 78", async () => assert.match(await browser.version(), /Chrome\/78\./));

for (const [where, address] of [
  ["on a server's sub-path", () => `${server.address}some/path/`],
  ["from a double click", () => singleFile],
] as const) {
  test(`pasted text is checked, ${where}`, async () => {
    const page = await open(address());
    await page.evaluate((text: string) => {
      const box = document.querySelector<HTMLTextAreaElement>("#text")!;
      box.value = text;
      box.dispatchEvent(new Event("input", { bubbles: true }));
    }, words);
    await page.waitForSelector(".verdict-title");
    assert.equal(
      await page.evaluate(() => document.querySelector(".verdict-title")!.textContent),
      "未发现问题",
    );
    assert.deepEqual(errors, []);
    await page.close();
  });

  test(`a PDF gives what its Word file gives, ${where}`, async () => {
    const page = await open(address());
    await drop(page, twin("report.docx"));
    const fromWord = await verdictOf(page, "report.docx");
    await drop(page, twin("report.pdf"));
    assert.equal(await verdictOf(page, "report.pdf"), fromWord);
    assert.deepEqual(errors, []);
    await page.close();
  });
}

for (const [where, address, fine] of [
  ["on a site", () => `${server.address}some/path/`, 6],
  ["from a double click", () => singleFile, 3],
] as const)
  test(`the self-test has its sheet, ${where}`, async () => {
    const page = await browser.newPage();
    errors = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto(`${address()}?self-test`);
    await page.waitForSelector("#print-sheet:not([disabled])", { timeout: 60_000 });
    assert.equal(await page.evaluate(() => document.querySelectorAll("td.fine").length), fine);
    assert.equal(await page.evaluate(() => document.querySelectorAll("td.wrong").length), 1); // pictures need Chromium 91
    assert.deepEqual(errors, []);
    await page.close();
  });

// The core is the last and longest part of the single file: from a slow stick the page is there long before
// it.
test("the page stands before the core is read", async (t) => {
  const whole = readFileSync(fileURLToPath(singleFile), "utf8");
  const core = whole.indexOf('<script type="text/plain" id="core"');
  assert.ok(core > 0);
  let rest: ServerResponse | undefined;
  const slow = createServer((request, response) => {
    if (request.url !== "/") return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": "text/html" }).write(whole.slice(0, core));
    rest = response;
  });
  t.after(() => {
    if (rest) rest.destroy();
    slow.close();
  });
  await new Promise<void>((resolve) => slow.listen(0, "127.0.0.1", resolve));
  const page = await browser.newPage();
  errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  t.after(() => page.close());
  const loaded = page.goto(`http://127.0.0.1:${(slow.address() as AddressInfo).port}/`);
  await page.waitForSelector("#text");
  rest!.end(whole.slice(core));
  await loaded;
  await drop(page, twin("report.docx"));
  assert.ok(await verdictOf(page, "report.docx"));
  assert.deepEqual(errors, []);
});

test("after one visit it works with its server stopped", async () => {
  const page = await open(`${server.address}some/path/`);
  await page.waitForFunction("navigator.serviceWorker.controller", { timeout: 30_000 });
  await server.stop();
  await page.reload();
  await page.waitForSelector("#text");
  await drop(page, twin("report.docx"));
  assert.ok(await verdictOf(page, "report.docx"));
  await page.close();
});
