// Broken sums drawn in the tables: signs between the numbers, the guilty cell, the sum written out with its
// labels.
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { paths } from "./path";
import { becomes, card, comesToMatch, drop, focusedCell } from "./person";
import { faultyHtml, textOf } from "./report";

const fresh = paths();

function path(name: string, walk: (page: Page) => Promise<void>, html = faultyHtml): void {
  fresh(name, async (page) => {
    await drop(page, { name: "年报.html", data: html });
    await walk(page);
  });
}

const TITLE = "有一个单元格填错";
const GUILTY = "requests.disclosed.individuals";
const APPLICANTS = ["individuals", "businesses", "research_institutions", "public_interest_organisations"];
const td = (page: Page, id: string) => page.locator(`td[data-cell="${id}"]`);
const lit = (page: Page) => () => page.locator(".paper .lit").count();
const rows = (page: Page, index: number) => () =>
  page
    .locator(".written-sum")
    .nth(index)
    .locator("tr")
    .evaluateAll((all) =>
      all.map((row) =>
        Array.from(row.children, (c) => c.textContent!.trim())
          .join(" ")
          .trim(),
      ),
    );
const sign = (page: Page, id: string, which: "row" | "column") => () =>
  td(page, id).getAttribute(`data-${which}-sign`);

path("the row and the column of the guilty cell are lit, with their signs", async (page) => {
  assert.equal(await lit(page)(), 0);
  await card(page, TITLE).locator(".card-head").click();
  await becomes(lit(page), 7 + 22 - 1);
  await becomes(sign(page, GUILTY, "row"), null);
  await becomes(sign(page, GUILTY, "column"), null);
  for (const key of APPLICANTS.slice(1)) await becomes(sign(page, `requests.disclosed.${key}`, "row"), "+");
  await becomes(sign(page, "requests.disclosed.total", "row"), "≠");
  await becomes(sign(page, "requests.partly_disclosed.individuals", "column"), "+");
  await becomes(sign(page, "requests.outcome_total.individuals", "column"), "≠");
  await becomes(
    () =>
      page.locator(".paper .guilty").evaluateAll((all) => all.map((e) => (e as HTMLElement).dataset.cell)),
    [GUILTY],
  );
  await becomes(() => td(page, GUILTY).locator(".proposal").textContent(), "→9");
  assert.equal(await td(page, "requests.new_requests.individuals").getAttribute("class"), "cell");
});

path("the sums are written out with the printed labels", async (page) => {
  await card(page, TITLE).locator(".card-head").click();
  await becomes(
    () => page.locator(".relation summary").allTextContents(),
    ["表三“（一）予以公开”行　10 ≠ 13", "表三“自然人”列　15 ≠ 18"],
  );
  await becomes(rows(page, 0), [
    "自然人 6 ← 应为 9",
    "+ 商业企业 3",
    "+ 科研机构 0",
    "+ 社会公益组织 0",
    "+ 法律服务机构 1",
    "+ 其他 0",
    "= 合计 10",
    "≠ 总计 13 相差 3",
  ]);
  await comesToMatch(
    async () => (await rows(page, 1)()).join("\n"),
    /\n\+ 其余 \d+ 格 0\n= 合计 15\n≠ （七）总计 18 相差 3$/,
  );
  await page.locator(".written-sum").first().locator("button", { hasText: "总计" }).click();
  await becomes(() => focusedCell(page), "requests.disclosed.total");
});

path("screen readers are told what a lit cell has to do with it", async (page) => {
  await card(page, TITLE).locator(".card-head").click();
  const described = (id: string) => async () => {
    const ids = ((await td(page, id).getAttribute("aria-describedby")) || "").split(" ");
    return page.evaluate(
      (all) => all.map((one) => document.getElementById(one)?.textContent ?? "").join("|"),
      ids,
    );
  };
  await comesToMatch(
    described(GUILTY),
    /^可能填错，应为 9\|表三“（一）予以公开”行：自然人 6 \+ 商业企业 3 \+ 科研机构 0 \+ 社会公益组织 0 \+ 法律服务机构 1 \+ 其他 0 = 10 ≠ 总计 13\|表三“自然人”列：/,
  );
  await comesToMatch(described("requests.disclosed.total"), /^表三“（一）予以公开”行：[^|]*$/);
});

path("pointing at a card or at one of its sums lights it, and then the chosen one again", async (page) => {
  await card(page, TITLE).hover();
  await becomes(lit(page), 28);
  await page.locator(".brand h1").hover();
  await becomes(lit(page), 0);
  await card(page, TITLE).locator(".card-head").click();
  await page.locator("[data-relation='0'] summary").hover();
  await becomes(lit(page), 7);
  await page.locator(".brand h1").hover();
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await becomes(lit(page), 28);
  await page.locator("[data-relation='1'] summary").focus();
  await becomes(lit(page), 22);
});

path("a finding about the text lights the cell it was held against", async (page) => {
  await card(page, "正文申请数与表三不一致").locator(".card-head").click();
  await becomes(
    () => page.locator(".paper .lit").evaluateAll((all) => all.map((e) => (e as HTMLElement).dataset.cell)),
    ["requests.new_requests.total"],
  );
});

path("an edit takes the lights along", async (page) => {
  await card(page, TITLE).locator(".card-head").click();
  await page.dblclick(`td[data-cell="${GUILTY}"]`);
  assert.equal(await page.inputValue("input.editor"), "6");
  await page.fill("input.editor", "9");
  await page.keyboard.press("Enter");
  await card(page, TITLE).waitFor({ state: "detached" });
  await becomes(lit(page), 0);
});

path(
  "several cells may be the wrong one: each is marked with its value, each way can be tried",
  async (page) => {
    const total = card(page, "复议诉讼总计不等于四项之和");
    await total.locator(".card-head").click();
    const count = await page.locator(".paper .candidate").count();
    assert.ok(count > 1, `${count} candidates`);
    await becomes(() => page.locator(".paper .guilty").count(), 0);
    await comesToMatch(
      () => page.locator(".repairs-title").textContent(),
      /^有 \d+ 种改法，任选其一勾稽关系就全部成立；先核对台账再定$/,
    );
    const ways = Number(/\d+/.exec((await page.locator(".repairs-title").textContent())!)![0]);
    await becomes(() => page.locator(".repairs li").count(), ways);
    await page.locator(".repairs .button").first().click();
    await total.waitFor({ state: "detached" });
  },
  faultyHtml.replace(
    "<td>1</td><td>0</td><td>1</td><td>0</td><td>2</td>",
    "<td>1</td><td>0</td><td>1</td><td>0</td><td>4</td>",
  ),
);

fresh("in a report that is plain text the cells are lit as well", async (page) => {
  await drop(page, { name: "年报.txt", data: textOf(faultyHtml) });
  await card(page, TITLE).locator(".card-head").click();
  await becomes(lit(page), 28);
  await becomes(() => page.locator(".paper .guilty").count(), 1);
});

path("the printed sheet has the sums with their labels", async (page) => {
  await card(page, TITLE).waitFor();
  await comesToMatch(() => page.locator(".sheet").textContent(), /6 \+ 3 \+ 0 \+ 0 \+ 1 \+ 0 ≠ 13/);
});
