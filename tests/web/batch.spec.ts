// Many reports at once: the list of them, one opened from it, years that find each other, workers that die.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";
import { assertAccessible, overflow } from "./axe";
import { checkAll, choose, waitForStatus } from "./batch";
import { agencyOf, reportOf, reports } from "./many";
import { paths } from "./path";
import { becomes, comesToMatch, drop, type GivenFile, titles, waitForVerdict } from "./person";
import { zip } from "./report";

const path = paths();

const names = (page: Page): Promise<string[]> => page.locator("tr[data-row] .open-row").allTextContents();
const cellsOf = (page: Page, name: string): Promise<string[]> =>
  page.locator("tr[data-row]").filter({ hasText: name }).locator("td:not(.col-work)").allTextContents();

async function waitForNames(page: Page, wanted: string[]): Promise<void> {
  await page.waitForFunction(
    (w) => Array.from(document.querySelectorAll("tr[data-row] .open-row"), (e) => e.textContent).join() === w,
    wanted.join(),
  );
}

const notReport = { name: "说明.txt", data: "今天天气很好。" };

path("a list says of every file what came of it", async (page) => {
  await checkAll(page, [...reports(6), notReport]);
  await becomes(() => names(page), [...reports(6).map((r) => r.name), "说明.txt"]);
  await becomes(
    () => cellsOf(page, "0001.html"),
    ["0001.html", agencyOf(0), "2024", "2021", "未发现问题", "0", "0", "0", "26", "27"],
  );
  await becomes(
    () => cellsOf(page, "0005.html"),
    ["0005.html", agencyOf(4), "2024", "2021", "有错误", "2", "2", "1", "26", "27"],
  );
  const [, agency, , , verdict] = await cellsOf(page, "说明.txt");
  assert.equal(agency, "");
  assert.match(verdict!, /^没有找到年报./);
  assert.ok(await page.locator("tr[data-row] .row-verdict.unreadable").isVisible());
  await becomes(
    () => page.locator(".batch-tally li").allTextContents(),
    ["没有找到年报 1", "有错误 1", "未发现问题 5"],
  );
});

// A folder with these files, as long as `use` takes.
async function withFolder(files: GivenFile[], use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "nianbao-"));
  try {
    for (const { name, data } of files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), data);
    }
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

path("a folder gives its documents, whatever else lies in it is counted", async (page) => {
  const inside = reports(3).map(({ name, data }) => ({ name: `部门/${name}`, data }));
  const junk = [".DS_Store", "~$0001.docx", "图.png"].map((name) => ({ name, data: "x" }));
  await withFolder([...inside, ...junk], async (folder) => {
    await page.setInputFiles("#folder", folder);
    await waitForStatus(page, "3 份全部核对完。");
    await becomes(() => page.textContent(".batch-skipped summary"), "跳过 3 个不是文档的文件");
    await comesToMatch(async () => (await cellsOf(page, "0001.html"))[0] ?? null, /部门$/);
  });
});

path("sorted by a column, the other way round, and filtered", async (page) => {
  await checkAll(page, [...reports(6), notReport]);
  await page.click("[data-sort=errors]");
  await waitForNames(
    page,
    ["0005", "0001", "0002", "0003", "0004", "0006"].map((n) => `${n}.html`).concat("说明.txt"),
  );
  await becomes(() => page.getAttribute("th.col-errors", "aria-sort"), "descending");
  await page.click("[data-sort=errors]");
  await waitForNames(
    page,
    ["0001", "0002", "0003", "0004", "0006", "0005"].map((n) => `${n}.html`).concat("说明.txt"),
  );
  await page.selectOption("#batch-verdict", "errors");
  await waitForNames(page, ["0005.html"]);
  await page.selectOption("#batch-verdict", "");
  await page.selectOption("#batch-rule", { label: "表格空白未填0（1）" });
  await waitForNames(page, ["0005.html"]);
  await page.selectOption("#batch-rule", "");
  await page.fill("#batch-search", agencyOf(1));
  await waitForNames(page, ["0002.html"]);
  await page.fill("#batch-search", "没有这个机关");
  await page.waitForSelector("text=没有符合条件的年报。");
});

path("one is opened by the keyboard, and the way back leads to its row", async (page) => {
  await checkAll(page, reports(6));
  await page.locator("tr[data-row] .open-row").first().focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press("ArrowDown");
  await page.waitForFunction(() => document.activeElement?.textContent === "0005.html");
  await page.keyboard.press("Enter");
  await waitForVerdict(page, "有2处错误须改正");
  await page.click("#to-list");
  await page.waitForFunction(() => document.activeElement?.textContent === "0005.html");
  await page.locator(".open-row", { hasText: "0001.html" }).click();
  await waitForVerdict(page, "未发现问题");
  await page.goBack();
  await page.waitForFunction(() => document.activeElement?.textContent === "0001.html");
  await page.goForward();
  await waitForVerdict(page, "未发现问题");
  await becomes(() => page.textContent(".source-name strong"), "0001.html");
});

path("from one report of the list to the next, and back to the list", async (page) => {
  await checkAll(page, reports(3));
  await page.locator(".open-row", { hasText: "0002.html" }).click();
  await becomes(() => page.textContent(".source-name strong"), "0002.html");
  await page.click("#list-after");
  await becomes(() => page.textContent(".source-name strong"), "0003.html");
  await becomes(() => page.isDisabled("#list-after"), true);
  await page.click("#list-before");
  await becomes(() => page.textContent(".source-name strong"), "0002.html");
  await page.click("#to-list");
  await page.waitForFunction(() => document.activeElement?.textContent === "0002.html");
  await page.goBack();
  await becomes(() => page.textContent(".source-name strong"), "0002.html");
});

path("the years of one body find each other", async (page) => {
  const lastYear = { ...reportOf(0, 2023), name: "去年.html" };
  await checkAll(page, [...reports(2), lastYear]);
  const cells = await cellsOf(page, "0001.html");
  assert.equal(cells[2], "2024对照 2023 年");
  assert.match(cells[4]!, /^有错误/);
  await becomes(async () => (await cellsOf(page, "0002.html"))[4], "未发现问题");
  await page.locator(".open-row", { hasText: "0001.html" }).click();
  await waitForVerdict(page, "处错误须改正");
  await comesToMatch(() => page.textContent(".previous"), /^上年度：去年\.html/);
  await comesToMatch(async () => (await titles(page)).join(), /上年结转与上年报告不衔接/);
  await page.click("#to-list");
  await page.locator(".open-row", { hasText: "0002.html" }).click();
  await waitForVerdict(page, "未发现问题");
  await becomes(() => page.locator(".previous").count(), 0);
});

path("this year's and last year's report, given together in any order", async (page) => {
  const lastYear = { ...reportOf(0, 2023), name: "a.html" };
  await choose(page, [reportOf(0), lastYear]);
  await waitForVerdict(page, "处错误须改正");
  await becomes(() => page.textContent(".source-name strong"), "0001.html");
  await comesToMatch(() => page.textContent(".previous"), /^上年度：a\.html/);
});

path("two drafts of one report: what differs in cells and text, or one alone", async (page) => {
  const first = reportOf(0);
  const second = first.data
    .toString()
    .replace("依法做好政府信息公开工作。", "依法做好政府信息公开各项工作。");
  await choose(page, [
    first,
    { name: "送审稿.html", data: second.replace(/<td>0<\/td>(?![^]*<td>0<\/td>)/, "<td>1</td>") },
  ]);
  await page.waitForSelector("text=同一年度的两稿");
  await assertAccessible(page);
  await page.click("text=核对“送审稿.html”，并与另一稿对照");
  await becomes(() => page.textContent(".source-name strong"), "送审稿.html");
  await becomes(() => page.locator(".cells-beside tbody tr").count(), 1);
  await comesToMatch(() => page.textContent(".cells-beside tbody"), /^表四.*01$/);
  await assertAccessible(page);
  await page.goBack();
  await page.click("text=只核对“0001.html”");
  await becomes(() => page.textContent(".source-name strong"), "0001.html");
  await becomes(() => page.locator(".previous").count(), 0);
});

path("files dropped on a list are added to it; marks of a report count in its row", async (page) => {
  await checkAll(page, reports(3));
  await choose(page, [{ ...reportOf(4), name: "补交.html" }]);
  await waitForStatus(page, "4 份全部核对完。");
  await becomes(async () => (await cellsOf(page, "0001.html"))[4], "未发现问题");
  await becomes(async () => (await names(page)).length, 4);
});

path("two reports that are not two years are listed when so chosen", async (page) => {
  await choose(page, [reportOf(0), notReport]);
  await page.click("text=分别核对");
  await waitForStatus(page, "2 份全部核对完。");
  await becomes(() => names(page), ["0001.html", "说明.txt"]);
});

path("a zip gives its reports, wherever in it they lie", async (page) => {
  const inside = Object.fromEntries(reports(3).map(({ name, data }) => [`澄溪县/${name}`, data]));
  const archive = zip({
    ...inside,
    "澄溪县/图.png": "x",
    "__MACOSX/._0001.html": "x",
    "说明.txt": notReport.data,
  });
  await choose(page, [{ name: "全县.zip", data: archive }]);
  await waitForStatus(page, "4 份全部核对完。");
  await becomes(
    () => cellsOf(page, "0001.html"),
    ["0001.html全县.zip/澄溪县", agencyOf(0), "2024", "2021", "未发现问题", "0", "0", "0", "26", "27"],
  );
  await becomes(() => page.textContent(".batch-skipped summary"), "跳过 1 个不是文档的文件");
  await page.locator(".open-row", { hasText: "0002.html" }).click();
  await waitForVerdict(page, "未发现问题");
  await becomes(() => page.textContent(".source-name strong"), "0002.html");
});

path("a zip of one report is that report, a damaged one is said to be", async (page) => {
  await choose(page, [{ name: "一份.zip", data: zip({ "年报.html": reportOf(0).data }) }]);
  await waitForVerdict(page, "未发现问题");
  await becomes(() => page.textContent(".source-name strong"), "年报.html");
  const damaged = { name: "坏.zip", mimeType: "", buffer: Buffer.from("PK\x03\x04 not an archive") };
  await page.setInputFiles("#next-file", damaged);
  await waitForStatus(page, "1 份全部核对完。");
  await comesToMatch(async () => (await cellsOf(page, "坏.zip"))[4] ?? null, /^没能核对./);
});

// The worker fails on the file of this name, once.
async function breakOn(page: Page, name: string): Promise<void> {
  await page.evaluate((broken) => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (
      this: Worker,
      message: { ask?: { options?: { name: string } } },
    ) {
      if (message.ask?.options?.name !== broken) return post.call(this, message);
      this.onerror?.(new ErrorEvent("error", { message: "out of memory" }));
    } as typeof post;
  }, name);
}

path("a worker that dies marks its file, the others go on", async (page) => {
  await breakOn(page, "0002.html");
  await checkAll(page, reports(8));
  await becomes(async () => (await cellsOf(page, "0002.html"))[4], "没能核对核对程序在这个文件上出了故障。");
  await becomes(
    () => page.locator(".batch-tally li").allTextContents(),
    ["没能核对 1", "有错误 1", "未发现问题 6"],
  );
});

path("stopped, and gone on with", async (page) => {
  await page.evaluate(() => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, message: { kind?: string }) {
      if (message.kind !== "survey") post.call(this, message);
    } as typeof post;
    Object.assign(window, { mend: () => (Worker.prototype.postMessage = post) });
  });
  await choose(page, reports(8));
  await page.waitForSelector("text=正在核对");
  await page.click("#batch-cancel");
  await waitForStatus(page, "已停止，核对了 0 / 8。");
  await becomes(() => page.locator("tr[data-verdict=waiting]").count(), 8);
  await page.evaluate(() => (window as unknown as { mend(): void }).mend());
  await page.click("#batch-resume");
  await waitForStatus(page, "8 份全部核对完。");
});

path("of sixty reports only those near the window are drawn, each a few times at most", async (page) => {
  await page.evaluate(() => {
    const drawn = { cells: 0 };
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        drawn.cells += [...addedNodes].filter(
          (node) => node.nodeName === "TD" || node.nodeName === "TH",
        ).length;
    }).observe(document.body, { childList: true, subtree: true });
    Object.assign(window, { drawn });
  });
  await checkAll(page, reports(60));
  const columns = await page.locator(".batch-table thead th").count();
  const cells = await page.evaluate(() => (window as unknown as { drawn: { cells: number } }).drawn.cells);
  assert.ok(cells <= 60 * 4 * columns, `${cells} cells of ${columns} columns made for 60 reports`);
  const drawn = (await names(page)).length;
  assert.ok(drawn >= 10 && drawn < 45, `${drawn} rows`);
  await page.evaluate(() => {
    const scroller = document.querySelector(".batch-scroll")!;
    scroller.scrollTop = scroller.scrollHeight;
  });
  await page.waitForSelector("text=0060.html");
  await becomes(() => page.locator("text=0001.html").count(), 0);
});

path("a file that is dropped takes the page, the list can be closed", async (page) => {
  await checkAll(page, reports(3));
  await page.locator(".open-row", { hasText: "0001.html" }).click();
  await waitForVerdict(page, "未发现问题");
  await drop(page, { name: "年报.html", data: reportOf(1).data });
  await becomes(() => page.textContent(".source-name strong"), "年报.html");
  await becomes(() => page.locator("#to-list").count(), 0);
  await page.goBack();
  await becomes(() => page.textContent(".source-name strong"), "0001.html");
  await page.click("#to-list");
  await page.click("#batch-close");
  await becomes(() => page.getAttribute("#app", "data-phase"), "start");
  await page.goBack();
  await becomes(async () => (await names(page)).length, 3);
});

for (const colorScheme of ["light", "dark"] as const)
  path(
    `axe finds nothing in the list, ${colorScheme}`,
    async (page) => {
      await checkAll(page, [...reports(6), notReport]);
      await page.click("[data-sort=errors]");
      await assertAccessible(page);
    },
    { colorScheme },
  );

path(
  "360 pixels wide: nothing of the list sticks out",
  async (page) => {
    await checkAll(page, [...reports(6), notReport]);
    assert.equal(await overflow(page), 0);
  },
  { viewport: { width: 360, height: 740 } },
);
