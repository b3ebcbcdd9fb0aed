// Nothing is lost: reload, Back, close, another file dropped or pasted over; and what the browser keeps, no
// more than that.
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { assertAccessible } from "./axe";
import { checkAll } from "./batch";
import { reportOf } from "./many";
import { paths } from "./path";
import { becomes, card, comesToMatch, drop, fill, paste, verdict, waitForVerdict } from "./person";
import { faultyHtml, soundHtml, textOf } from "./report";

const path = paths();
const WRONG = "表三“（一）予以公开”行“自然人”列填的是";
const WRONG_CELL = "requests.disclosed.individuals";
const faulty = { name: "年报.html", data: faultyHtml };
const shown = (page: Page) => () => page.locator(".source-name strong").textContent();
const cellText = (page: Page) => () => page.textContent(`td[data-cell="${WRONG_CELL}"]`);
const wrong = (page: Page) => page.locator(".card", { hasText: WRONG });
const stored = (page: Page): Promise<string> =>
  page.evaluate(() => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]));

async function changed(page: Page): Promise<void> {
  await drop(page, faulty);
  await wrong(page).waitFor();
  await fill(page, WRONG_CELL, "9");
  await wrong(page).waitFor({ state: "detached" });
}

async function dismiss(page: Page, title: string, reason: string): Promise<void> {
  const chosen = card(page, title);
  await chosen.locator(".card-head").click();
  await chosen.locator(".dismiss").click();
  await chosen.locator(".reason").fill(reason);
  await page.keyboard.press("Enter");
  await page.locator(".card.dismissed", { hasText: title }).waitFor();
}

path("a reload finds the report with its changes and marks, a new tab does not", async (page) => {
  await changed(page);
  await dismiss(page, "表格空白未填0", "表样如此");
  await page.reload();
  await becomes(shown(page), "年报.html");
  await comesToMatch(cellText(page), /^9/);
  await becomes(() => page.locator(".card.dismissed").count(), 1);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.waitForSelector(".start");
  await becomes(() => other.getAttribute("#app", "data-phase"), "start");
});

path("pasted text that was typed in is there after a reload", async (page) => {
  await paste(page, "#text", { text: textOf(faultyHtml) });
  await waitForVerdict(page, "处错误须改正");
  await page.click("#tab-text");
  await page.focus("#text");
  await page.keyboard.type("刚写的字");
  await waitForVerdict(page, "处错误须改正");
  await page.waitForTimeout(400); // typing is taken after a moment
  await page.reload();
  await waitForVerdict(page, "处错误须改正");
  await page.click("#tab-text");
  await comesToMatch(() => page.inputValue("#text"), /刚写的字/);
});

path("another file dropped over it: Back has the changes, and a bar leads there", async (page) => {
  await changed(page);
  await drop(page, { name: "另一份.html", data: soundHtml.replaceAll("澄溪县", "临河县") });
  await becomes(shown(page), "另一份.html");
  await page.waitForSelector("#way-back:not([hidden])");
  await assertAccessible(page);
  await page.click("#way-back button");
  await becomes(shown(page), "年报.html");
  await comesToMatch(cellText(page), /^9/);
  await page.click("#undo");
  await comesToMatch(cellText(page), /^6/);
  await page.goForward();
  await becomes(shown(page), "另一份.html");
});

path("text pasted over it, the file closed, Back out of a report", async (page) => {
  await changed(page);
  await paste(page, ".document-scroll", { text: "", html: soundHtml });
  await becomes(shown(page), "粘贴的内容");
  await page.goBack();
  await comesToMatch(cellText(page), /^9/);
  await page.click("#close");
  await page.waitForSelector(".start");
  await becomes(() => page.getAttribute("#app", "data-phase"), "start");
  await page.goBack();
  await comesToMatch(cellText(page), /^9/);
  await page.goBack();
  await becomes(() => page.getAttribute("#app", "data-phase"), "start");
  await page.goForward();
  await comesToMatch(cellText(page), /^9/);
});

path("back to the list: what was changed in its report is still there", async (page) => {
  await checkAll(page, [reportOf(4), reportOf(1), reportOf(2)]);
  await page.locator(".open-row", { hasText: "0005.html" }).click();
  await wrong(page).waitFor();
  await fill(page, WRONG_CELL, "9");
  await wrong(page).waitFor({ state: "detached" });
  await page.click("#to-list");
  await page.locator(".open-row", { hasText: "0002.html" }).click();
  await becomes(shown(page), "0002.html");
  await page.click("#to-list");
  await page.locator(".open-row", { hasText: "0005.html" }).click();
  await becomes(shown(page), "0005.html");
  await comesToMatch(cellText(page), /^9/);
  await comesToMatch(() => verdict(page), /含 1 处试改/);
  await page.goBack();
  await page.goForward();
  await comesToMatch(cellText(page), /^9/);
  await becomes(() => page.locator("#list-after").count(), 1); // still of the list
});

path("leaving the page is asked about when something would be lost, and only then", async (page) => {
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await drop(page, { name: "年报.html", data: soundHtml });
  await waitForVerdict(page, "未发现问题");
  await page.click(".verdict");
  await page.goto("about:blank");
  assert.deepEqual(asked, []);
  await page.goBack();
  await changed(page);
  await page.goto("about:blank");
  assert.deepEqual(asked, ["beforeunload"]);
});

path("the same report given again after mending: what is gone, what is new", async (page) => {
  await drop(page, faulty);
  await wrong(page).waitFor();
  const mended = faultyHtml.replace("截止2024", "截至2024").replace("占15%", "占25%");
  await drop(page, { name: "年报.html", data: mended });
  await comesToMatch(() => page.textContent("#since summary"), /^与上一稿相比：消除 1 处，新增 1 处$/);
  await page.click("#since summary");
  await comesToMatch(() => page.textContent(".since-gone"), /^“截止”应为“截至”：/);
  await becomes(() => page.locator(".card .fresh").count(), 1);
  await assertAccessible(page);
});

path(
  "what is kept are codes and reasons, of this report only; one button clears everything",
  async (page) => {
    await drop(page, faulty);
    await dismiss(page, "表格空白未填0", "表样如此");
    const marks = (await page.evaluate(() => sessionStorage.getItem("nianbao.marks")))!;
    assert.match(marks, /^\{"[0-9a-z]+":\{"[0-9a-z-]+":"表样如此"\}\}$/);
    assert.equal(await page.evaluate(() => localStorage.getItem("nianbao.marks")), null);

    await page.click("#open-help");
    await page.check("#keep-on-computer");
    assert.equal(await page.evaluate(() => localStorage.getItem("nianbao.marks")), marks);
    assert.equal(await page.evaluate(() => sessionStorage.getItem("nianbao.marks")), null);
    await assertAccessible(page);
    await page.click("#forget-all");
    await becomes(() => page.textContent(".kept [role=status]"), "已全部清除：标记、试改、规则和页面设置。");
    assert.equal((await stored(page)).indexOf("表样如此"), -1);
    await page.click(".help-close button");
    await becomes(() => page.locator(".card.dismissed").count(), 0);
  },
);

path("kept on this computer, the work is offered in another tab", async (page) => {
  await changed(page);
  await page.click("#open-help");
  await page.check("#keep-on-computer");
  await page.click(".help-close button");
  await page.waitForTimeout(1200);
  await fill(page, "requests.disclosed.businesses", "4");
  await page.waitForTimeout(1500); // kept a moment after the answer
  const other = await page.context().newPage();
  await other.goto(page.url());
  await comesToMatch(() => other.textContent("#go-on"), /^继续上次的核对：年报\.html（试改 2 处）$/);
  await assertAccessible(other);
  await other.click("#go-on");
  await comesToMatch(cellText(other), /^9/);
});

path("two tabs do not overwrite each other's marks", async (page) => {
  await page.evaluate(() => localStorage.setItem("nianbao.keep", "computer"));
  await page.reload();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await drop(page, faulty);
  await drop(other, faulty);
  await dismiss(page, "表格空白未填0", "甲");
  await dismiss(other, "未报告信息处理费收取情况", "乙");
  await becomes(() => page.locator(".card.dismissed").count(), 2);
  await becomes(() => other.locator(".card.dismissed").count(), 2);
});

path("an error is set aside with a reason only, and the verdict is not green then", async (page) => {
  await drop(page, { name: "年报.html", data: soundHtml.replace("申请26件", "申请28件") });
  const title = "正文申请数与表三不一致";
  await card(page, title).locator(".card-head").click();
  await card(page, title).locator(".dismiss").click();
  await page.keyboard.press("Enter");
  assert.equal(await page.locator(".card.dismissed").count(), 0);
  await card(page, title).locator(".reason").fill("口径不同");
  await page.keyboard.press("Enter");
  await becomes(() => page.locator(".card.dismissed").count(), 1);
  await comesToMatch(() => verdict(page), /^1处已标为不是问题（其中错误1处），请复核理由/);
  await becomes(() => page.getAttribute(".verdict", "data-tone"), "warning");
});

path("a photo as last year's report: the chip says so", async (page) => {
  await drop(page, { name: "年报.html", data: soundHtml });
  await page.setInputFiles("#previous-file", {
    name: "照片.jpg",
    mimeType: "image/jpeg",
    buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0]),
  });
  await comesToMatch(() => page.textContent(".previous.wrong"), /照片\.jpg.*没有对照/);
  await assertAccessible(page);
});
