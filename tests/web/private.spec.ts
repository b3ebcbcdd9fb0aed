// Nothing leaves the computer: no request during a check, every way out refused, and a network that refuses
// all does no harm.
import assert from "node:assert/strict";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { WAYS } from "../../web/src/private/reach_out";
import { root, type Session, singleFile, site, start } from "./browser";
import { drop, kept, verdict } from "./person";

const report = { name: "report.docx", data: readFileSync(join(root, "tests/fixtures/twins/report.docx")) };
const places = [
  ["on a site", undefined],
  ["from a double click", singleFile],
] as const;

let session: Session;
before(async () => void (session = await start()));
after(() => session.close());

async function selfTest(page: Page): Promise<{ outcome: string; lines: string[] }> {
  await page.click("#self-test");
  await page.waitForSelector("#self-test:not([disabled])", { timeout: 30_000 });
  return {
    outcome: (await page.textContent(".self-test-outcome"))!,
    lines: await page.locator(".self-test-ways li").allTextContents(),
  };
}

for (const [where, address] of places) {
  test(`a check makes no request, ${where}`, async () => {
    const page = await session.open({ address });
    if (!address) await kept(page); // otherwise the service worker may still be fetching the PDF part
    await drop(page, { ...report, name: "first.docx" }); // by now everything has been loaded
    const requests: string[] = [];
    page.context().on("request", (request) => requests.push(request.url()));
    await drop(page, { ...report, name: "second.docx" });
    await page.waitForFunction(() =>
      document.querySelector(".source-bar")?.textContent?.includes("second.docx"),
    );
    await page.waitForSelector(".card");
    assert.deepEqual(
      requests.filter((url) => !url.startsWith("blob:")),
      [],
    );
    await page.context().close();
  });

  test(`the self-test sees every way out refused, ${where}`, async () => {
    const page = await session.open({ address });
    const { outcome, lines } = await selfTest(page);
    assert.equal(lines.length, WAYS.length);
    assert.deepEqual(
      lines.filter((line) => !line.endsWith("：已拒绝")),
      [],
    );
    assert.equal(outcome, `试过的 ${WAYS.length} 种途径，浏览器全部拒绝了。`);
    await page.context().close();
  });
}

test("the self-test says so when nothing refuses", async () => {
  const page = await session.open({ bypassCSP: true });
  const { outcome, lines } = await selfTest(page);
  assert.ok(lines.some((line) => line === "网络请求（fetch）：没有被拒绝"));
  assert.match(outcome, /^有 \d+ 种途径没有被浏览器拒绝。请换用新一些的浏览器，或断网使用。$/);
  await page.context().close();
});

test("the self-test says what it does not try, and none of that is in the code", async () => {
  const page = await session.open();
  assert.match(
    (await page.textContent(".self-test"))!,
    /没有试的：跳转到别的网址、打开新窗口、WebRTC、预连接/,
  );
  await page.context().close();
  const ways =
    /RTCPeerConnection|RTCDataChannel|WebTransport|preconnect|dns-prefetch|prerender|location\.(assign|replace)|location(\.href)?=[^=]|\bwindow\.open|http-equiv="refresh/;
  const parts = readdirSync(site).filter((name) => name.endsWith(".js"));
  for (const file of [
    singleFile.slice("file://".length),
    ...["index.html", ...parts].map((name) => join(site, name)),
  ]) {
    const code = readFileSync(file, "utf8");
    assert.equal(ways.exec(code)?.[0], undefined, file);
  }
});

test("behind a proxy that refuses everything a report is checked", async () => {
  const asked: string[] = [];
  const proxy = createServer((socket) => {
    socket.once("data", (data) => {
      asked.push(data.toString("latin1").split("\r\n")[0]!);
      socket.end("HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n");
    });
    socket.on("error", () => undefined);
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const server = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const page = await session.open({ address: singleFile, proxy: { server, bypass: "<-loopback>" } });
  await drop(page, report);
  assert.ok(await verdict(page));
  assert.deepEqual(asked, []);
  await page.context().close();
  proxy.close();
});
