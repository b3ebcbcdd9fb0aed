// For every eye and every window: axe in both themes, a phone, large text.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertAccessible, overflow } from "./axe";
import { type Session, start } from "./browser";
import { becomes, comesToMatch, drop } from "./person";
import { faultyHtml } from "./report";

let session: Session;
before(async () => void (session = await start()));
after(() => session.close());

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing, ${colorScheme}`, async () => {
    const page = await session.open({ colorScheme });
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), colorScheme);
    await assertAccessible(page);
    await drop(page, { name: "年报.html", data: faultyHtml });
    await page.locator(".card-head").first().click();
    await page.locator("#overview > summary").click();
    await page.locator(".passed-details summary").click();
    await page.dblclick('td[data-cell="requests.disclosed.businesses"]');
    await page.keyboard.type("8");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#changes:not([hidden])");
    await assertAccessible(page);
    await page.context().close();
  });
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing with sums lit, figures marked, rules switched off, ${colorScheme}`, async () => {
    const page = await session.open({ colorScheme });
    await drop(page, { name: "年报.html", data: faultyHtml });
    await page.click("#figures-toggle");
    await page.locator("[data-figure].contradicts").click();
    await page.click("#open-help");
    await page.locator("#rule-settings summary").click();
    await page.locator('select[data-rule="wording/until"]').selectOption("off");
    await assertAccessible(page);
    await page.click(".help-close button");
    await page.waitForSelector("#rule-strip:not([hidden])");
    await page.locator(".card", { hasText: "有一个单元格填错" }).locator(".card-head").click();
    await page.waitForSelector(".paper .guilty");
    await assertAccessible(page);
    await page.locator(".change-rule").click();
    await page.locator("[data-figure].contradicts").click();
    await assertAccessible(page);
    await page.context().close();
  });
}

for (const size of ["medium", "large"] as const) {
  test(`360 pixels wide, ${size} text: nothing sticks out`, async () => {
    const page = await session.open({ viewport: { width: 360, height: 740 } });
    await page.selectOption("#setting-size", size);
    assert.equal(await overflow(page), 0);
    await drop(page, { name: "年报.html", data: faultyHtml });
    await page.waitForSelector(".card");
    assert.equal(await overflow(page), 0);
    await page.locator(".card-head").first().click();
    await page.locator(".back-to-list").click();
    await becomes(() => page.evaluate(() => !!document.activeElement?.closest(".card")), true);
    await page.context().close();
  });
}

test("settings stay", async () => {
  const page = await session.open();
  await page.selectOption("#setting-theme", "dark");
  await page.selectOption("#setting-size", "large");
  await page.reload();
  await becomes(() => page.evaluate(() => document.documentElement.dataset.theme), "dark");
  await becomes(() => page.inputValue("#setting-size"), "large");
  await page.context().close();
});

test("counts are read out", async () => {
  const page = await session.open();
  await drop(page, { name: "年报.html", data: faultyHtml });
  const status = page.locator("[role=status]#verdict");
  await comesToMatch(() => status.textContent(), /处错误须改正/);
  await comesToMatch(() => status.textContent(), /错误 \d+疑似 \d+提示 \d+/);
  await page.context().close();
});
