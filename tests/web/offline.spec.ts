// The site without a network after the first visit; a new version; the kill switch.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { root, serve, type Session, site, start } from "./browser";
import { drop, kept, until, verdict } from "./person";

const report = { name: "report.docx", data: readFileSync(join(root, "tests/fixtures/twins/report.docx")) };
const pdf = { name: "report.pdf", data: readFileSync(join(root, "tests/fixtures/twins/report.pdf")) };
let session: Session;
before(async () => void (session = await start()));
after(() => session.close());

// A copy of the site below a sub-path, to be changed and stopped.
interface Copy {
  folder: string;
  address: string;
  stop(): Promise<void>;
}
async function withCopy(work: (copy: Copy) => Promise<void>): Promise<void> {
  const top = mkdtempSync(join(tmpdir(), "nianbao-site-"));
  const folder = join(top, "some/path");
  cpSync(site, folder, { recursive: true });
  const server = await serve(top);
  try {
    await work({ folder, address: `${server.address}some/path/`, stop: server.stop });
  } finally {
    await server.stop();
    rmSync(top, { recursive: true });
  }
}

const version = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.querySelector<HTMLMetaElement>('meta[name="version"]')!.content);

function republish(folder: string, changed: string): void {
  for (const name of ["index.html", "sw.js"]) {
    const path = join(folder, name);
    const text = readFileSync(path, "utf8");
    const next = text.replace(/\d+\.\d+\.\d+-[0-9a-f]{10}/g, changed);
    assert.notEqual(next, text);
    writeFileSync(path, next);
  }
}

test("after one visit the site works with its server stopped", () =>
  withCopy(async (copy) => {
    const page = await session.open({ address: copy.address });
    await kept(page);
    await copy.stop();
    await page.reload();
    await drop(page, report);
    await page.waitForSelector(".card");
    const fromWord = await verdict(page);
    await page.reload();
    await drop(page, pdf);
    await page.waitForSelector(".card", { timeout: 20_000 });
    assert.equal(await verdict(page), fromWord);
    await page.click("#open-help");
    await page.click("#rule-settings > summary");
    await page.locator(".rule-cases summary").first().click();
    await page.waitForSelector(".rule-cases dl");
    await page.context().close();
  }));

test("the page gives itself away for a machine without a network", async () => {
  const page = await session.open();
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#offline-zip")]);
  assert.equal(download.suggestedFilename(), "nianbao-offline.zip");
  const packed = readFileSync((await download.path())!);
  assert.ok(packed.equals(readFileSync(join(site, "nianbao-offline.zip"))));
  for (const part of ["nianbao/nianbao.html", "nianbao/nianbao-pdf.css"])
    assert.ok(packed.includes(part), part);
  await page.context().close();
});

test("a new version arrives at the next load and leaves nothing old behind", () =>
  withCopy(async (copy) => {
    const page = await session.open({ address: copy.address });
    await kept(page);
    const first = await version(page);
    assert.match(first!, /^\d+\.\d+\.\d+-[0-9a-f]{10}$/);
    assert.equal(await page.textContent("#version"), `版本 ${first}`);
    republish(copy.folder, "9.9.9-ffffffffff");
    await page.reload();
    assert.equal(await version(page), "9.9.9-ffffffffff");
    await until(page, async () => {
      const names = await caches.keys();
      return names.length === 1 && names[0]!.endsWith("9.9.9-ffffffffff");
    });
    await kept(page);
    await copy.stop();
    await page.reload();
    assert.equal(await version(page), "9.9.9-ffffffffff");
    await drop(page, report);
    assert.ok(await verdict(page));
    await page.context().close();
  }));

test("a half replaced site is not kept: neither new core with old page nor the reverse", () =>
  withCopy(async (copy) => {
    // The service worker is of one version, the page that the server gives of another.
    const path = join(copy.folder, "sw.js");
    const script = readFileSync(path, "utf8");
    writeFileSync(path, script.replace(/\d+\.\d+\.\d+-[0-9a-f]{10}/g, "9.9.9-eeeeeeeeee"));
    const page = await session.open({ address: copy.address });
    await until(page, async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return registration === undefined || (!registration.installing && !registration.active);
    });
    assert.equal(
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active ?? null),
      null,
    );
    // When the rest has arrived, the next load keeps the site.
    writeFileSync(path, script);
    await page.reload();
    await kept(page);
    await copy.stop();
    await page.reload();
    await drop(page, report);
    assert.ok(await verdict(page));
    await page.context().close();
  }));

test("the kill switch removes what was kept", () =>
  withCopy(async (copy) => {
    const page = await session.open({ address: copy.address });
    await kept(page);
    cpSync(join(copy.folder, "sw-off.js"), join(copy.folder, "sw.js"));
    await page.reload();
    await until(page, async () => (await caches.keys()).length === 0);
    await until(page, async () => (await navigator.serviceWorker.getRegistrations()).length === 0);
    await copy.stop();
    await assert.rejects(page.reload(), /ERR_CONNECTION_REFUSED/);
    await page.context().close();
  }));

test("a server that does not know WebAssembly's type will do", async () => {
  const plain = await serve(site, { ".wasm": "application/octet-stream" });
  try {
    const page = await session.open({ address: plain.address });
    await drop(page, report);
    await page.waitForSelector(".card");
    await page.context().close();
  } finally {
    await plain.stop();
  }
});
