// Rules switched off and rated lower: from a card, from the list, in the file; and that the result never
// hides it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { assertAccessible } from "./axe";
import { singleFile, start } from "./browser";
import { paths } from "./path";
import { becomes, card, comesToMatch, drop, titles, waitForVerdict } from "./person";
import { faultyHtml, soundHtml } from "./report";

const path = paths();

const UNTIL = "“截止”应为“截至”";
const untilOnly = soundHtml.replace("截至2024", "截止2024");
const text = (page: Page, selector: string) => () => page.textContent(selector);
const level = (page: Page, rule: string) => page.locator(`select[data-rule="${rule}"]`);

async function switchOff(page: Page, title: string): Promise<void> {
  await card(page, title).locator(".card-head").click();
  await card(page, title).locator(".change-rule").click();
  await card(page, title).locator(".rule-form button", { hasText: "关闭这条规则" }).click();
  await card(page, title).waitFor({ state: "detached" });
}

path(
  "a rule switched off from its card: nothing is found, but the report is not called ready",
  async (page) => {
    await drop(page, { name: "年报.html", data: untilOnly });
    await becomes(() => titles(page), [UNTIL]);
    await switchOff(page, UNTIL);
    await comesToMatch(text(page, ".verdict-title"), /^查过的项目未发现问题，但没有全查已关闭 1 条规则$/);
    await becomes(text(page, ".verdict-next"), "有规则被关闭或调整级别，全部恢复后再看结论。");
    await becomes(() => page.getAttribute(".verdict", "data-tone"), "warning");
    await comesToMatch(text(page, "#rule-strip"), /^已关闭 1 条规则：这次核对不完整。/);
    await page.click("#reset-rules");
    await becomes(() => titles(page), [UNTIL]);
    await page.waitForSelector("#rule-strip", { state: "hidden" });
  },
);

path("a rule rated lower: an error becomes a notice and says what it was", async (page) => {
  await drop(page, { name: "年报.html", data: faultyHtml });
  const wrong = card(page, "有一个单元格填错");
  await wrong.locator(".card-head").click();
  await wrong.locator(".change-rule").click();
  await becomes(
    () => wrong.locator(".rule-form button").allTextContents(),
    ["关闭这条规则", "降为“提示”", "降为“疑似”", "取消"],
  );
  await wrong.locator(".rule-form button", { hasText: "降为“提示”" }).click();
  await page.locator(".group.notice .card", { hasText: "有一个单元格填错" }).waitFor();
  assert.ok((await wrong.textContent())!.includes("本来是“错误”，已由你调为“提示”"));
  await comesToMatch(text(page, ".verdict-title"), /^有1处错误须改正已调整 1 条规则的级别$/);
  await page.reload();
  await drop(page, { name: "年报.html", data: faultyHtml });
  await page.locator(".group.notice .card", { hasText: "有一个单元格填错" }).waitFor();
});

path("a rule rated higher is said to be rated otherwise, not lower", async (page) => {
  await page.evaluate(() => localStorage.setItem("nianbao.rules", '{"wording/until": "error"}'));
  await page.reload();
  await drop(page, { name: "年报.html", data: untilOnly });
  await page.locator(".group.error .card", { hasText: UNTIL }).waitFor();
  await comesToMatch(text(page, ".verdict-title"), /^有1处错误须改正已调整 1 条规则的级别$/);
});

path("the list holds all rules, is searched, and sets them", async (page) => {
  await drop(page, { name: "年报.html", data: untilOnly });
  await page.click("#open-help");
  await becomes(text(page, "#rule-settings summary"), "全部核对规则（109 条），可关闭或调低");
  await page.click("#rule-settings summary");
  await becomes(() => page.locator(".rule").count(), 109);
  assert.equal(await page.locator("#rule-settings select").count(), 109);
  await page.fill("#rule-search", "截至");
  await becomes(() => page.locator(".rule p:first-child").allTextContents(), [UNTIL]);
  await comesToMatch(text(page, ".rule .hint"), /^建议：/);
  await becomes(() => level(page, "wording/until").locator("option").allTextContents(), ["提示", "关闭"]);
  await level(page, "wording/until").focus();
  await level(page, "wording/until").selectOption("off");
  await card(page, UNTIL).waitFor({ state: "detached" });
  await becomes(
    () => page.evaluate(() => document.activeElement?.getAttribute("data-rule") ?? null),
    "wording/until",
  );
  await level(page, "wording/until").selectOption("");
  await card(page, UNTIL).waitFor();
  await page.fill("#rule-search", "没有这样的规则");
  await becomes(text(page, ".rule-list"), "没有符合的规则。");
});

async function openList(page: Page, language = "zh"): Promise<void> {
  await drop(page, { name: "年报.html", data: untilOnly });
  await page.selectOption("#setting-language", language);
  await page.click("#open-help");
  await page.click("#rule-settings > summary");
  await page.fill("#rule-search", "截至");
  await becomes(() => page.locator(".rule").count(), 1);
}
const shownCases = (page: Page) => page.locator(".rule-cases dt, .rule-cases dd p").allTextContents();
const UNTIL_CASES = [
  "会报",
  "截止加日期：“截止2024年12月31日，专栏访问量稳步上升。”",
  "这里的“截止”应为“截至”：“截止2024年12月31日”。",
  "不报",
  "截止日期：“公布意见征集的截止日期。”",
];

path(
  "a rule shows a case that it finds fault with and one that it does not, fetched when it is opened",
  async (page) => {
    const fetched: string[] = [];
    page.on("request", (request) => {
      if (/\/cases\.\w+\.json$/.test(request.url()) && !request.serviceWorker()) fetched.push(request.url());
    });
    await openList(page);
    assert.deepEqual([fetched.length, await page.locator(".rule-cases dl").count()], [0, 0]);
    const summary = page.locator(".rule-cases summary");
    assert.equal(await summary.getAttribute("aria-label"), `例子：${UNTIL}`);
    await summary.press("Enter");
    await becomes(() => shownCases(page), UNTIL_CASES);
    assert.equal(fetched.length, 1);
    await assertAccessible(page);
    await level(page, "wording/until").selectOption("off"); // draws the list anew
    await becomes(() => shownCases(page), UNTIL_CASES);
    await page.fill("#rule-search", "residue/markup");
    await page.click(".rule-cases summary");
    await comesToMatch(text(page, ".rule-cases dd"), /“<br>”/); // as text
    assert.equal(await page.locator(".rule-cases br").count(), 0);
    assert.equal(fetched.length, 1);
  },
);

path("cases in English: what a report says stays Chinese, the message does not", async (page) => {
  await openList(page, "en");
  await page.click(".rule-cases summary");
  await becomes(
    () => shownCases(page),
    [
      "Reported",
      UNTIL_CASES[1]!,
      '"截止" should be "截至" here: "截止2024年12月31日".',
      "Not reported",
      UNTIL_CASES[4]!,
    ],
  );
});

path(
  "cases that cannot be fetched are said to be missing, and fetched when asked for again",
  async (page) => {
    await openList(page);
    await page.route(/cases\.\w+\.json$/, (route) => route.abort());
    await page.click(".rule-cases summary");
    await becomes(text(page, ".rule-cases p"), "例子没能载入，请检查网络后再试。");
    await page.unroute(/cases\.\w+\.json$/);
    await page.click(".rule-cases summary");
    await page.click(".rule-cases summary");
    await becomes(() => shownCases(page), UNTIL_CASES);
  },
  { serviceWorkers: "block" },
);

test("the single file has the cases in it", async () => {
  const session = await start();
  const page = await session.open({ address: singleFile });
  await openList(page);
  await page.click(".rule-cases summary");
  await becomes(() => shownCases(page), UNTIL_CASES);
  await session.close();
});

path("the strip leads to the list", async (page) => {
  await drop(page, { name: "年报.html", data: untilOnly });
  await switchOff(page, UNTIL);
  await page.locator("#rule-strip button").first().click();
  await page.waitForFunction(() => document.activeElement?.parentElement?.id === "rule-settings");
  await becomes(() => page.locator(".changed-rule p:first-child").allTextContents(), [UNTIL]);
});

path("choices go into the file of marks and back", async (page) => {
  await drop(page, { name: "年报.html", data: untilOnly });
  await switchOff(page, UNTIL);
  const waiting = page.waitForEvent("download");
  await page.click("#save-dismissals");
  const saved = readFileSync(await (await waiting).path(), "utf8");
  assert.deepEqual((JSON.parse(saved) as { rules: unknown }).rules, { "wording/until": "off" });
  await page.click("#reset-rules");
  await card(page, UNTIL).waitFor();
  await page.setInputFiles("#dismissals-file", {
    name: "a.json",
    mimeType: "application/json",
    buffer: Buffer.from(saved),
  });
  await card(page, UNTIL).waitFor({ state: "detached" });
  await page.waitForSelector("text=已载入 0 条标记、1 条规则设置。");
});

path("what is stored but names no rule does not matter", async (page) => {
  await page.evaluate(() =>
    localStorage.setItem(
      "nianbao.rules",
      '{"wording/gone": "off", "no rule": "off", "wording/until": "nonsense"}',
    ),
  );
  await page.reload();
  await drop(page, { name: "年报.html", data: soundHtml });
  await waitForVerdict(page, "未发现问题");
  assert.ok(await page.locator("#rule-strip").isHidden());
});
