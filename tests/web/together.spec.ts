// What many reports say together: two years side by side, copies and sums among them, tables to take away.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { assertAccessible, overflow } from "./axe";
import { checkAll, choose } from "./batch";
import { root } from "./browser";
import { agencyOf, reportOf, reports } from "./many";
import { paths } from "./path";
import { becomes, card, comesToMatch, type GivenFile } from "./person";

const path = paths();

const edited = ({ name, data }: GivenFile, change: (html: string) => string): GivenFile => ({
  name,
  data: change(String(data)),
});
const lastYear = edited({ ...reportOf(0, 2023), name: "去年.html" }, (html) =>
  html.replace("<td>0</td><td>26</td></tr>", "<td>0</td><td>24</td></tr>"),
);

async function openYears(page: Page, before: GivenFile): Promise<void> {
  await choose(page, [reportOf(0), before]);
  await page.click("#tab-years");
  await page.waitForSelector(".years-table tbody tr");
}

// What stands in the row of the comparison: this year, last year, the difference, the same in percent.
const line = (page: Page, name: string) => (): Promise<string[]> =>
  page.locator(".years-table tbody tr").filter({ hasText: name }).locator("td").allTextContents();

path("both years side by side, with what changed", async (page) => {
  await openYears(page, lastYear);
  await comesToMatch(() => page.textContent(".years-pane h3"), /^2024 年度与 2023 年度对照$/);
  await becomes(line(page, "一、本年新收政府信息公开申请数量"), ["26", "24", "+2", "+8.3%"]);
  await becomes(line(page, "四、结转下年度继续办理"), ["1", "1", "0", ""]);
  await comesToMatch(
    () => page.locator(".years-sections li").first().textContent(),
    /^一、总体情况\d+% 相同$/,
  );
  await page.check("#years-only");
  await page.waitForSelector(".years-table tr:has-text('四、结转下年度继续办理')", { state: "hidden" });
  await page.waitForSelector(".years-table tr:has-text('一、本年新收')");
});

path(
  "both texts side by side: what was kept is marked, and the finding measures as the pane does",
  async (page) => {
    await openYears(page, lastYear);
    const told = (await page.locator(".years-sections li").first().textContent())!;
    const percent = /(\d+)% 相同$/.exec(told)![1]!;
    const copied = page.locator(".findings .card").filter({ hasText: "正文与上年高度雷同" });
    await comesToMatch(
      () => copied.locator(".card-message").textContent(),
      new RegExp(`有 ${percent}% 相同`),
    );
    await page.click(".years-beside summary");
    const row = (words: string) => page.locator(".years-beside tr").filter({ hasText: words });
    await becomes(() => row("（四）平台建设。").getAttribute("class"), "kept");
    await becomes(() => row("（四）平台建设。").locator("td").count(), 2);
    await becomes(() => page.locator(".years-beside th").allTextContents(), ["2023 年度", "2024 年度"]);
  },
);

path("another column of the table of requests", async (page) => {
  await openYears(page, lastYear);
  const table = page.locator(".years-table").filter({ hasText: "一、本年新收政府信息公开申请数量" });
  await table.locator("select").selectOption({ label: "自然人" });
  await becomes(line(page, "一、本年新收政府信息公开申请数量"), ["18", "18", "0", ""]);
});

path("last year on the form of 2019: rows that only one form has are no changes", async (page) => {
  const base = (name: string): string => readFileSync(join(root, "tests/rules", name), "utf8");
  const moved = base("base_2021.txt").replace(/20(\d\d)(?=年)/g, (_, year) =>
    String(2000 + Number(year) - 3),
  );
  await choose(page, [
    { name: "今年.txt", data: moved },
    { name: "去年.txt", data: base("base_2019.txt") },
  ]);
  await page.click("#tab-years");
  await comesToMatch(() => page.textContent(".years-pane h3"), /^2021 年度与 2020 年度对照$/);
  await becomes(line(page, "一、本年新收政府信息公开申请数量"), ["31", "31", "0", ""]);
  await becomes(line(page, "2.申请人逾期未按收费通知要求缴纳费用"), ["0", "表中没有这一格", "无法比较", ""]);
  await becomes(line(page, "行政处罚"), ["14", "9", "+5", "+55.6%"]);
  await becomes(() => page.locator(".years-table").nth(0).locator("tr.differs").count(), 3);
  await becomes(() => page.locator(".years-table").nth(1).locator("tr.differs").count(), 0);
});

path("another body's report is shown beside, and nothing is held against it", async (page) => {
  await openYears(page, { ...reportOf(1, 2023), name: "别家.html" });
  const reason = `两份年报的机关不同（本年“${agencyOf(0)}”，上年“${agencyOf(1)}”）`;
  await becomes(() => page.locator(".years-notice").allTextContents(), [reason]);
  await becomes(() => page.locator(".card:not(.notice)").count(), 0);
  await becomes(() => page.locator(".card-title").first().textContent(), "上年年报是另一机关的，没有核对");
  await comesToMatch(
    () => page.locator(".card-message").first().textContent(),
    new RegExp(`^上年年报的机关是“${agencyOf(1)}”，本年是“${agencyOf(0)}”，没有与上年核对；`),
  );
});

path("without last year's report there is nothing beside", async (page) => {
  await openYears(page, lastYear);
  await page.click("[aria-label='不再对照上年度年报']");
  await page.waitForSelector("#document p");
  await page.waitForSelector("#tab-years", { state: "hidden" });
});

// The government's report says that it adds up the county, and does not.
const parent = edited(reportOf(30), (html) =>
  html
    .replaceAll(agencyOf(30), "澄溪县人民政府")
    .replace("全年新收政府信息公开申请", "全县新收政府信息公开申请"),
);

path("a government's sum that is not that of its bodies", async (page) => {
  await checkAll(page, [reportOf(0), reportOf(5), reportOf(10), parent]);
  await page.click("#batch-among summary");
  const among = page.locator("#batch-among .card").filter({ hasText: "申请数据汇总不等于下级之和" });
  await comesToMatch(() => among.textContent(), /澄溪县人民政府表三与一起检查的 3 个下级单位年报合计不等/);
  await among.locator("button").click();
  await page.waitForSelector(".verdict-title");
  const message = card(page, "申请数据汇总不等于下级之和").locator(".card-message >> visible=true");
  await comesToMatch(() => message.textContent(), /^表三与一起检查的 3 个下级单位年报合计不等/);
});

path("the report that adds up the others can be chosen", async (page) => {
  await checkAll(page, [reportOf(0), reportOf(5), reportOf(10)]);
  await page.selectOption("#batch-parent", { label: `${agencyOf(0)}（2024）` });
  await comesToMatch(
    () => page.locator("#hand-differences tbody tr", { hasText: "一、本年新收" }).last().textContent(),
    /年报 26，2 个单位合计 52，年报少 26/,
  );
  await page.selectOption("#batch-parent", "");
  await page.waitForSelector("#hand-differences", { state: "detached" });
});

path("bodies that tell the same, until that rule is switched off", async (page) => {
  const copied = edited({ ...reportOf(0), name: "抄.html" }, (html) =>
    html.replaceAll(agencyOf(0), agencyOf(1)),
  );
  await checkAll(page, [reportOf(0), copied, reportOf(2)]);
  await page.click("#batch-among summary");
  const among = page.locator("#batch-among .card").filter({ hasText: "不同单位报告雷同" });
  await becomes(() => among.locator("button").allTextContents(), [agencyOf(0), agencyOf(1)]);
  await comesToMatch(
    () => among.first().textContent(),
    new RegExp(`与“${agencyOf(1)}”（“抄.html”，100% 相同）的年报雷同`),
  );
  const tally = (): Promise<string[]> => page.locator(".batch-tally li").allTextContents();
  await becomes(tally, ["有疑似问题 2", "未发现问题 1"]);
  await becomes(() => among.count(), 1); // one entry, whoever tells it
  await among.locator("button").first().click();
  const alike = page.locator(".cards .card").filter({ hasText: "不同单位报告雷同" });
  await alike.locator(".card-head").click();
  await alike.locator(".change-rule").click();
  await alike.locator(".rule-form button", { hasText: "关闭这条规则" }).click();
  await alike.waitFor({ state: "detached" });
  await page.click("#to-list");
  await becomes(tally, ["没有全查 3"]);
  await becomes(() => page.textContent("#batch-among summary"), "横向比对：0 处");
  await page.click("#reset-rules");
  await becomes(tally, ["有疑似问题 2", "未发现问题 1"]);
});

path("a body that is there twice with one year is pointed out", async (page) => {
  const again = { ...reportOf(0), name: "又一份.html" };
  const draft = edited({ ...reportOf(1), name: "送审稿.html" }, (html) =>
    html.replace("<td>18</td>", "<td>19</td>"),
  );
  await checkAll(page, [reportOf(0), reportOf(1), again, draft, reportOf(2)]);
  await becomes(() => page.textContent("#batch-among summary"), "横向比对：0 处");
  const told = page.locator(".hand-lines > li").filter({ hasText: "交了不止一份" });
  await becomes(
    () =>
      told
        .locator("strong")
        .allTextContents()
        .then((all) => all.length),
    2,
  );
  await comesToMatch(() => told.filter({ hasText: agencyOf(0) }).textContent(), /内容相同/);
  await comesToMatch(() => told.filter({ hasText: agencyOf(1) }).textContent(), /三张表的数字不同/);
  await assertAccessible(page);
});

path(
  "of a long name the end that tells it apart is seen",
  async (page) => {
    const name = "05住建局2024年政府信息公开工作年度报告（送审稿最终版）";
    await checkAll(
      page,
      ["(1).html", ".html", "（定稿）.html"].map((end, i) => ({ ...reportOf(i), name: name + end })),
    );
    const ends = await page.locator(".open-row").evaluateAll((buttons) =>
      buttons.map((button) => {
        const end = document.createRange();
        end.selectNode(button.lastChild!);
        const cell = button.closest("td")!.getBoundingClientRect();
        return end.getBoundingClientRect().right <= cell.right ? end.toString() : "hidden";
      }),
    );
    const names = await page.locator(".open-row").allTextContents();
    assert.deepEqual(
      ends,
      names.map((each) => each.slice(-12)),
    );
    assert.equal(new Set(ends).size, 3);
  },
  { viewport: { width: 1366, height: 768 } },
);

path("on paper the list is a table of all reports with its date", async (page) => {
  await checkAll(page, reports(5));
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  const text = await page.evaluate(() => document.body.innerText);
  assert.match(text, /^\s*政府信息公开工作年度报告核对清单/);
  assert.match(text, /共 5 份　\d{4}年\d{1,2}月\d{1,2}日/);
  assert.doesNotMatch(text, /导出|横向比对/);
  await becomes(() => page.locator(".paper-list tbody tr").count(), 5);
  await comesToMatch(
    () => page.locator(".paper-list tbody tr").nth(4).textContent(),
    /^50005\.html.*有错误2/,
  );
});

path("a rule that was rated higher counts so in the list, and in the report that is opened", async (page) => {
  await page.evaluate(() => localStorage.setItem("nianbao.rules", '{"rollup/duplicate-units": "error"}'));
  await page.reload();
  const copied = edited({ ...reportOf(0), name: "抄.html" }, (html) =>
    html.replaceAll(agencyOf(0), agencyOf(1)),
  );
  await checkAll(page, [reportOf(0), copied, reportOf(2)]);
  await becomes(() => page.locator(".batch-tally li").allTextContents(), ["有错误 2", "没有全查 1"]);
  await page.locator("tr[data-row] .open-row").first().click();
  await page.locator(".group.error .card", { hasText: "不同单位报告雷同" }).waitFor();
});

async function taken(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(button)]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

path("findings and cells as tables", async (page) => {
  await checkAll(page, reports(6));
  const findings = await taken(page, "#export-findings");
  assert.equal(findings.name, "年报问题.csv");
  const lines = findings.bytes.toString().split("\r\n");
  assert.equal(lines[0], "\ufeff文件,机关,年度,序号,规则,级别,标题,问题,单元格,行,列,页,算式,怎么改,依据");
  assert.equal(lines.filter((l) => /^0005\.html,[^,]+,2024,\d+,requests\/misstated-cell,/.test(l)).length, 1);
  await page.waitForSelector("#export-cells:not([disabled])");
  const cells = (await taken(page, "#export-cells")).bytes.toString().split("\r\n");
  assert.equal(cells.length, 2 + 6 + 1);
  assert.match(cells[0]!, /^\ufefffile,agency,year,form,outcome,/);
  assert.match(cells[2]!, new RegExp(`^0001\\.html,${agencyOf(0)},2024,2021,已核对,`));
});

path("a picture of which rules spoke how often", async (page) => {
  await checkAll(page, reports(6));
  await page.click("#export-picture");
  await page.waitForFunction(
    () => (document.querySelector<HTMLImageElement>(".batch-picture img")?.naturalWidth || 0) > 100,
  );
  const picture = (await taken(page, "#save-picture")).bytes.toString();
  assert.match(picture, /表格空白未填0/);
});

for (const colorScheme of ["light", "dark"] as const)
  path(
    `axe finds nothing beside last year's report and among many, ${colorScheme}`,
    async (page) => {
      await openYears(page, lastYear);
      await assertAccessible(page);
      await checkAll(page, [reportOf(0), reportOf(5), reportOf(10), parent]);
      await page.click("#batch-among summary");
      await page.click("#export-picture");
      await page.waitForSelector(".batch-picture img");
      await assertAccessible(page);
    },
    { colorScheme },
  );

path(
  "360 pixels wide: nothing of two years sticks out",
  async (page) => {
    await openYears(page, lastYear);
    assert.equal(await overflow(page), 0);
  },
  { viewport: { width: 360, height: 740 } },
);
