// The numbers of the text: marked by what became of them, told about on demand, from number to cell and back.
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { paths } from "./path";
import { becomes, comesToMatch, drop, focusedCell } from "./person";
import { faultyHtml } from "./report";

const fresh = paths();

function path(name: string, walk: (page: Page) => Promise<void>, html = faultyHtml): void {
  fresh(name, async (page) => {
    await drop(page, { name: "年报.html", data: html });
    await page.click("#figures-toggle");
    await page.waitForSelector("[data-figure]");
    await walk(page);
  });
}

const HINT = "点数字看与什么核对过；点有角标的格看正文哪里写到它";
const figure = (page: Page, text: string) => page.locator("[data-figure]", { hasText: text });
const panel = (page: Page) => () => page.locator("#figure-panel").innerText();
const focused = (page: Page) => () => page.evaluate(() => document.activeElement?.textContent ?? null);

path("the legend counts every kind, and each figure has its kind", async (page) => {
  await becomes(
    () => page.locator(".legend-entry").allTextContents(),
    ["与表格不一致 1", "与表格一致 7", "总数与分项 2", "占比 1", "不与表格核对 3"],
  );
  await becomes(() => page.locator(".figure-legend p:first-child").textContent(), "正文共 14 个数字");
  await becomes(() => page.locator("[data-figure]").count(), 14);
  await becomes(() => page.locator("[data-figure].contradicts").allTextContents(), ["28件"]);
  assert.equal(await figure(page, "28件").getAttribute("aria-label"), "28件，与表格不一致");
  await page.click("#figures-toggle");
  await becomes(() => page.locator("[data-figure]").count(), 0);
  assert.ok(await page.locator(".figure-legend").isHidden());
});

path("a figure that contradicts a cell: both numbers, and the way to the cell", async (page) => {
  await figure(page, "28件").click();
  await comesToMatch(panel(page), /“28件”\s*与表格不一致/);
  await comesToMatch(panel(page), /“全年新收政府信息公开申请28件”/);
  await comesToMatch(panel(page), /28 ≠ 26/);
  await comesToMatch(panel(page), /不一致：表三“一、本年新收政府信息公开申请数量”行“总计”列是26/);
  await page.locator("#figure-panel .held-cells .link").click();
  await becomes(() => focusedCell(page), "requests.new_requests.total");
  await page.locator("#figure-panel .chip").click();
  await becomes(() => page.locator(".card.chosen .card-title").textContent(), "正文申请数与表三不一致");
});

path("a cell is changed by a double click although the first click tells about it", async (page) => {
  await page.dblclick('td[data-cell="requests.new_requests.total"]');
  await page.locator("input.editor").waitFor();
  await comesToMatch(panel(page), /正文有 1 处写到这一格/);
});

path(
  "the panel is one line until something is asked, and does not slide under a second click",
  async (page) => {
    const height = async (): Promise<number> => (await page.locator("#figure-panel").boundingBox())!.height;
    assert.ok((await height()) < 60, `${await height()} pixels`);
    const pane = (await page.locator(".document-scroll").boundingBox())!;
    const cell = page.locator('td[data-cell="requests.new_requests.total"]');
    await cell.evaluate((element) => element.scrollIntoView({ block: "end" }));
    const box = (await cell.boundingBox())!;
    assert.ok(box.y > pane.y + pane.height / 2); // where the panel will be
    await page.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 2);
    await page.locator("input.editor").waitFor();
    await comesToMatch(panel(page), /正文有 1 处写到这一格/);
    assert.ok((await height()) > 150);
    const editor = (await page.locator("input.editor").boundingBox())!;
    const left = (await page.locator(".document-scroll").boundingBox())!;
    assert.ok(editor.y + editor.height <= left.y + left.height, "the editor is covered");
  },
);

path("sums and shares are written out, and their parts lead on", async (page) => {
  await figure(page, "15%").click();
  await becomes(() => page.locator("#figure-panel .equation").textContent(), "48 ÷ 320 = 15%");
  await page.locator("#figure-panel .sentences .link").last().click();
  await becomes(focused(page), "320条");
  await becomes(() => page.locator("#figure-panel .equation").textContent(), "48 < 320");
  await comesToMatch(panel(page), /分项与总数：“48条”/);
});

path("from a cell to the sentences that speak of it", async (page) => {
  await page.click('td[data-cell="requests.outcome_total.total"]');
  await comesToMatch(panel(page), /表三“（七）总计”行“总计”列\s+正文有 1 处写到这一格\s+“办结27件”/);
  await page.locator("#figure-panel .sentences .link").click();
  await becomes(focused(page), "27件");
  await page.click('td[data-cell="requests.disclosed.individuals"]');
  await comesToMatch(panel(page), /正文没有写到这一格/);
  assert.ok(await page.locator('td.told[data-cell="requests.outcome_total.total"]').isVisible());
  assert.equal(await page.locator('td.told[data-cell="requests.disclosed.individuals"]').count(), 0);
});

path("keyboard: along the figures, into the panel and back", async (page) => {
  await page.locator('[data-figure][tabindex="0"]').focus();
  await becomes(focused(page), "320条");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await becomes(focused(page), "15%");
  await becomes(panel(page), HINT);
  await page.keyboard.press("Enter");
  await comesToMatch(panel(page), /“15%”\s*占比/);
  await comesToMatch(focused(page), /^“15%”/);
  await page.keyboard.press("Escape");
  await becomes(focused(page), "15%");
  await becomes(panel(page), HINT);
  await page.keyboard.press("Enter");
  await page.locator(".legend-entry[data-class=contradicts]").focus();
  await page.keyboard.press("Enter");
  await becomes(focused(page), "28件");
  await page.keyboard.press("ArrowLeft");
  await comesToMatch(panel(page), /“9件”\s*与表格一致/);
});

path(
  "two zeros in the same words are one mark that tells of both",
  async (page) => {
    await figure(page, "未发生").click();
    await becomes(() => page.locator("#figure-panel .figure-told").count(), 2);
  },
  faultyHtml.replace("被申请行政复议2件，被提起行政诉讼1件", "未发生行政复议和行政诉讼"),
);

path("marks follow a change, and the switch stays for the next report", async (page) => {
  await page.dblclick('td[data-cell="requests.new_requests.total"]');
  await page.fill("input.editor", "28");
  await page.keyboard.press("Enter");
  await becomes(() => page.locator("[data-figure].contradicts").count(), 0);
  await drop(page, { name: "另一份.html", data: faultyHtml });
  await becomes(() => page.locator("[data-figure].contradicts").allTextContents(), ["28件"]);
});

fresh("hundreds of figures: all marked, the last one reached", async (page) => {
  const many = Array.from(
    { length: 400 },
    (_, i) => `<p>全年开展第${i + 1}类活动，印发材料${i + 7}份，培训${i + 3}人。</p>`,
  );
  await drop(page, {
    name: "年报.html",
    data: faultyHtml.replace("<p>（三）政府信息管理。", `${many.join("")}<p>（三）政府信息管理。`),
  });
  await page.click("#figures-toggle");
  await comesToMatch(
    () => page.locator(".figure-legend p:first-child").textContent(),
    /^正文共 [89]\d\d 个数字$/,
  );
  await page.locator(".legend-entry[data-class=contradicts]").click();
  await becomes(focused(page), "28件");
  await page.keyboard.press("ArrowRight");
  await comesToMatch(panel(page), /“2件”/);
});
