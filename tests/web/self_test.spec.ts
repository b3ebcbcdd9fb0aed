// The sheet of a deployment's self-test, `?self-test`: what it says word for word, of a sound deployment and
// of one that is not.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { BrowserContextOptions, Page } from "playwright-core";
import { assertAccessible, overflow } from "./axe";
import { root, serve, type Session, singleFile, site, start } from "./browser";
import { becomes } from "./person";

let session: Session;
before(async () => void (session = await start()));
after(() => session.close());

const version = /<meta name="version" content="([^"]+)"/.exec(
  readFileSync(join(site, "index.html"), "utf8"),
)![1]!;

interface Sheet {
  page: Page;
  facts: string[];
  conclusion: string;
  items: Record<string, [state: string, words: string]>;
}

const texts = (page: Page, selector: string): Promise<string[]> => page.locator(selector).allInnerTexts();

async function sheet(address: string, options: BrowserContextOptions = {}, prepare = ""): Promise<Sheet> {
  const page = await session.open({ address: "about:blank", ...options });
  if (prepare) await page.addInitScript(prepare);
  await page.goto(`${address}?self-test`);
  await page.waitForSelector("#print-sheet:not([disabled])", { timeout: 60_000 });
  const items: Sheet["items"] = {};
  for (const row of await page.locator("table:not(.facts) tbody tr").all()) {
    const [name, state, words] = await row.locator("th, td").allInnerTexts();
    items[name!] = [state!, words!];
  }
  const conclusion = await page.innerText(".self-test-outcome");
  return { page, facts: await texts(page, ".facts tr"), conclusion, items };
}

const REFUSED = [
  "网络请求（fetch）：已拒绝",
  "网络请求（XMLHttpRequest）：已拒绝",
  "长连接（WebSocket）：已拒绝",
  "长连接（EventSource）：已拒绝",
  "后台发送（Beacon）：已拒绝",
  "加载图片：已拒绝",
  "加载字体：已拒绝",
  "加载音视频：已拒绝",
  "加载样式：已拒绝",
  "加载脚本：已拒绝",
  "内嵌网页：已拒绝",
  "内嵌对象：已拒绝",
  "提交表单：已拒绝",
  "核对线程中的网络请求：已拒绝",
];
const EXAMPLE =
  "核对内置的示例年报：读出 200 格，结论“有2处错误须改正”（错误 2、疑似 2、提示 1），与发布时相同。";
const WHOLE = "清单、导出和少见的格式用。核对同一份示例，结论与发布时相同。";
const same = (count: number): string => `${count} 个文件从服务器取来，指纹与文件名全部相符。`;
const NOT_READ = "没有拿文件试读。";
const SINGLE = "单个文件不从网络取任何东西。没有真的断网试过。";

async function assertFacts({ page, facts }: Sheet, address: string): Promise<void> {
  const browser = await page.evaluate(() => navigator.userAgent);
  const time = facts[2]!.split("\t")[1]!;
  assert.deepEqual(facts, [
    `版本\t${version}`,
    `打开的地址\t${address}?self-test`,
    `自检时间\t${time}`,
    `浏览器自报\t${browser}`,
  ]);
  const [, day, clock, zone] = /^(\S+) (\S+) \(UTC(.+)\)$/.exec(time)!;
  const age = Date.now() - new Date(`${day}T${clock}${zone}`).getTime();
  assert.ok(age >= 0 && age < 120_000, time);
}

async function assertWays({ page, items }: Sheet): Promise<void> {
  assert.deepEqual(await texts(page, ".self-test-ways li"), REFUSED);
  const [state, words] = items["向外连接"]!;
  assert.equal(state, "正常");
  assert.match(words, /^试过的 14 种途径，浏览器全部拒绝了。/);
  assert.match(words, /没有试的：跳转到别的网址、打开新窗口、WebRTC、预连接；/);
}

async function assertOnePage(page: Page): Promise<void> {
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  assert.equal(pdf.match(/\/Type\s*\/Page\b/g)!.length, 1);
}

async function assertPaper(page: Page): Promise<void> {
  await assertOnePage(page);
  await page.emulateMedia({ media: "print" });
  assert.deepEqual(await texts(page, "h1:visible, button:visible, a:visible"), ["年报体检 部署自检"]);
  await page.emulateMedia({ media: null });
}

test("of a site", async () => {
  const found = await sheet(session.address);
  const { page, conclusion, items } = found;
  assert.equal(await page.title(), "年报体检 部署自检");
  assert.deepEqual(await texts(page, "h1"), ["年报体检 部署自检"]);
  await assertFacts(found, session.address);
  await assertWays(found);
  assert.equal(conclusion, "测过的 7 项全部正常。");
  delete items["向外连接"];
  assert.deepEqual(items, {
    核对程序: ["正常", EXAMPLE],
    完整的核对程序: ["正常", WHOLE],
    程序文件: ["正常", same(5)],
    "读 PDF 的部分": ["正常", same(2) + NOT_READ],
    识别图片的部分: ["正常", same(5) + NOT_READ],
    断网使用: ["正常", "后台脚本已启用，页面和 5 个程序文件都留在这个浏览器里。没有真的断网试过。"],
  });
  await assertPaper(page);
  await assertAccessible(page);
  await page.context().close();
});

test("of the single file", async () => {
  const found = await sheet(singleFile);
  const { page, conclusion, items } = found;
  await assertFacts(found, singleFile);
  await assertWays(found);
  assert.equal(conclusion, "测过的 4 项全部正常。没有测：断网使用。");
  delete items["向外连接"];
  assert.deepEqual(items, {
    核对程序: ["正常", EXAMPLE],
    "读 PDF 的部分": ["正常", `nianbao-pdf.css 在页面旁边，指纹相符。${NOT_READ}`],
    识别图片的部分: ["正常", `nianbao-ocr.css 在页面旁边，指纹相符。${NOT_READ}`],
    断网使用: ["没有测", SINGLE],
  });
  await assertPaper(page);
  await page.context().close();
});

test("it prints, leads to the page, and fits a narrow window", async () => {
  const { page } = await sheet(
    singleFile,
    { viewport: { width: 360, height: 700 } },
    "window.print = () => (window.printed = true)",
  );
  assert.equal(await overflow(page), 0);
  await page.click("#print-sheet");
  assert.equal(await page.evaluate(() => (window as unknown as { printed?: boolean }).printed), true);
  await page.click(".sheet-tools a");
  await page.waitForSelector("#text");
  assert.equal(page.url(), singleFile);
  await page.context().close();
});

test("in English it is one page, too", async () => {
  const { page, conclusion, items } = await sheet(session.address, { locale: "en-GB" });
  assert.deepEqual(await texts(page, "h1"), ["Annual report check-up: test of a deployment"]);
  assert.equal(conclusion, "All 7 items that were tested are in order.");
  assert.deepEqual(items["Part that reads PDF"], [
    "in order",
    "2 files came from the server; all have the fingerprint in their names. No file was read for trial.",
  ]);
  await assertOnePage(page);
  await page.context().close();
});

// A copy of the site, changed and opened.
async function withSite(
  change: (folder: string) => void,
  work: (address: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "nianbao-site-"));
  cpSync(site, folder, { recursive: true });
  change(folder);
  const server = await serve(folder);
  try {
    await work(server.address);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}
const named = (pattern: RegExp): string => readdirSync(site).find((name) => pattern.test(name))!;

test("files that are missing or damaged are named", () => {
  const [model, reader] = [named(/^ocr\..*\.onnx$/), named(/^pdf\..*\.js$/)];
  const damage = (folder: string): void => {
    rmSync(join(folder, model));
    writeFileSync(join(folder, reader), "\n", { flag: "a" });
  };
  return withSite(damage, async (address) => {
    const { page, conclusion, items } = await sheet(address);
    assert.equal(conclusion, "不正常：读 PDF 的部分、识别图片的部分。");
    assert.deepEqual(items["读 PDF 的部分"], ["不正常", `指纹不符：${reader}。`]);
    assert.deepEqual(items["识别图片的部分"], ["不正常", `从服务器取不到：${model}。`]);
    await page.context().close();
  });
});

test("a whole core that is not there is told, and that the site cannot be kept", () => {
  const core = named(/^core\..*\.wasm$/);
  return withSite(
    (folder) => rmSync(join(folder, core)),
    async (address) => {
      const { page, conclusion, items } = await sheet(address);
      assert.equal(conclusion, "不正常：完整的核对程序、程序文件。没有：断网使用。");
      assert.deepEqual(items["核对程序"], ["正常", EXAMPLE]);
      assert.deepEqual(items["完整的核对程序"], ["不正常", "没有应答。"]);
      assert.deepEqual(items["程序文件"], ["不正常", `从服务器取不到：${core}。`]);
      assert.deepEqual(items["断网使用"], [
        "没有",
        "浏览器在 20 秒内没有留下这个版本的页面和程序，断网打不开。",
      ]);
      await page.context().close();
    },
  );
});

const PLAIN_HTTP = `Object.defineProperty(window, "isSecureContext", { value: false });
  delete Navigator.prototype.serviceWorker;
  delete Crypto.prototype.subtle;`;

test("over http the core makes the fingerprints, and nothing is kept", async () => {
  const { page, conclusion, items } = await sheet(session.address, {}, PLAIN_HTTP);
  assert.equal(conclusion, "测过的 6 项全部正常。没有：断网使用。");
  assert.deepEqual(items["识别图片的部分"], ["正常", same(5) + NOT_READ]);
  assert.equal(items["断网使用"]![0], "没有");
  await page.context().close();
});

test("over http without the whole core the fingerprints are said to be not compared", () =>
  withSite(
    (folder) => rmSync(join(folder, named(/^core\..*\.wasm$/))),
    async (address) => {
      const { page, items } = await sheet(address, {}, PLAIN_HTTP);
      assert.deepEqual(items["读 PDF 的部分"], [
        "没有测",
        "浏览器只在 https 下算指纹，核对程序又没有应答，指纹没有核对。",
      ]);
      await page.context().close();
    },
  ));

const ANOTHER_CHECK = `const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...more) {
    if (message.kind === "check") message.ask.options.disable = ["wording/until"];
    return post.call(this, message, ...more);
  };`;

test("a checker that does not say what it said when it was built is told", async () => {
  const { page, conclusion, items } = await sheet(singleFile, {}, ANOTHER_CHECK);
  assert.equal(conclusion, "不正常：核对程序。没有测：断网使用。");
  assert.equal(items["核对程序"]![0], "不正常");
  assert.match(items["核对程序"]![1], /，与发布时不同。$/);
  await page.context().close();
});

test("the single file without its parts, beside those of another version, and from a server", async () => {
  const folder = mkdtempSync(join(tmpdir(), "nianbao-single-"));
  cpSync(join(root, "build/nianbao.html"), join(folder, "nianbao.html"));
  writeFileSync(join(folder, "nianbao-pdf.css"), 'html{--nianbao-pdf-0:"AAAA"}\n');
  const alone = await sheet(`file://${folder}/nianbao.html`);
  assert.equal(alone.conclusion, "不正常：读 PDF 的部分。没有：识别图片的部分。没有测：断网使用。");
  assert.deepEqual(alone.items["读 PDF 的部分"], [
    "不正常",
    "页面旁边的 nianbao-pdf.css 不是和这个页面一起发布的那一份，不会被使用。",
  ]);
  assert.deepEqual(alone.items["识别图片的部分"], ["没有", "页面旁边没有 nianbao-ocr.css。"]);
  await alone.page.context().close();

  const server = await serve(folder);
  const hosted = await sheet(`${server.address}nianbao.html`);
  assert.equal(hosted.conclusion, "测过的 2 项全部正常。没有测：读 PDF 的部分、识别图片的部分、断网使用。");
  assert.deepEqual(hosted.items["读 PDF 的部分"], [
    "没有测",
    "单个文件从本机打开（file:）才用得上旁边的 nianbao-pdf.css，这次是从服务器打开的。",
  ]);
  await hosted.page.context().close();
  await server.stop();
  rmSync(folder, { recursive: true });
});

test("a way that is not refused is told", async () => {
  const { page, conclusion, items } = await sheet(singleFile, { bypassCSP: true });
  assert.match(conclusion, /^不正常：.*向外连接。/);
  assert.match(items["向外连接"]![1], /^有 \d+ 种途径没有被浏览器拒绝。请换用新一些的浏览器，或断网使用。/);
  await page.context().close();
});

test("a self-test that is not this page's is not run", () => {
  const script = named(/^selftest\./);
  return withSite(
    (folder) => writeFileSync(join(folder, script), "window.hit = 1", { flag: "a" }),
    async (address) => {
      const page = await session.open({ address: `${address}?self-test` });
      await becomes(
        () => texts(page, "#app"),
        ["自检没能载入：核对程序没有应答，或者自检的文件取不到、不是和这个页面一起发布的那一份。"],
      );
      assert.equal(await page.evaluate(() => (window as unknown as { hit?: number }).hit), undefined);
      await page.context().close();
    },
  );
});
