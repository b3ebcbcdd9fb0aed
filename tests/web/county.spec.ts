// The county desk on the page: eighty bodies with six troubles, the roster, questions, a work list that is
// saved and opened again, what is taken away.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";
import { assertAccessible, overflow } from "./axe";
import { checkAll, choose, waitForStatus } from "./batch";
import { county, roster } from "./county";
import { agencyOf, reportOf, reports } from "./many";
import { paths } from "./path";
import { becomes, comesToMatch, type GivenFile } from "./person";
import { unzip } from "./unzip";

const path = paths();

async function withFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "nianbao-"));
  try {
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function chooseFolder(page: Page, files: GivenFile[], folder: string): Promise<void> {
  const inside = join(folder, "收件");
  for (const { name, data } of files) {
    mkdirSync(dirname(join(inside, name)), { recursive: true });
    writeFileSync(join(inside, name), data);
  }
  await page.setInputFiles("#folder", inside);
  await waitForStatus(page, `${files.length} 份全部核对完。`);
}

async function useRoster(page: Page, names: string): Promise<void> {
  await page.click("#roster-edit");
  await page.fill("#roster-text", names);
  await page.click("text=用这份名单");
}

const told = (page: Page) => (): Promise<string[]> =>
  page.locator("#hand-in .hand-lines > li").allInnerTexts();
const total = (page: Page) => (): Promise<string | null> => page.textContent("#hand-in > summary");
const row = (page: Page, name: string) => page.locator("tr[data-row]").filter({ hasText: name });

async function taken(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  await page.waitForSelector(`${button}:not([disabled])`);
  const [download] = await Promise.all([
    page.waitForEvent("download", { timeout: 60_000 }),
    page.click(button),
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

path("of a county of eighty bodies every trouble is named once, and nothing else", async (page) => {
  await withFolder(async (folder) => {
    await chooseFolder(page, county(), folder);
    await useRoster(page, roster);
    await page.selectOption("#batch-parent", { label: "青禾县人民政府（2024）" });
    await page.waitForSelector("#hand-differences");
    await becomes(
      total(page),
      "2024 年度：名单上 80 个单位，交了 78 个，没有找到 1 个，交的是别的年度 1 个。",
    );
    await becomes(told(page), [
      "没有找到：县气象局。",
      "交的是别的年度：清坪镇（2023 年度：收件/乡镇/清坪镇.html）。",
      "合计（国办公开办函〔2021〕30号的格式）：78 个单位。",
      "合计与青禾县人民政府的年报（收件/县政府.html）核对了 200 格，2 格不同。",
      "合计里没有县气象局、清坪镇，差也可能在这里。",
      "白河镇：交了不止一份\n收件/乡镇/白河镇.html、收件/乡镇/白河镇（改）.html，三张表相同，文字不同，合计用 收件/乡镇/白河镇（改）.html\n" +
        "合计用哪一份\n收件/乡镇/白河镇.html\n收件/乡镇/白河镇（改）.html",
    ]);
    await becomes(
      () => page.locator("#hand-differences tbody tr > :not(:last-child)").allInnerTexts(),
      [
        ...["表二“行政许可”行“本年处理决定数量”列", "9985", "9984", "1"],
        ...["表三“一、本年新收政府信息公开申请数量”行“总计”列", "4056", "4057", "-1"],
      ],
    );
    await becomes(
      () => page.locator(".batch-tally li").allTextContents(),
      ["有错误 1", "有疑似问题 2", "未发现问题 78"],
    );
    await page.click("[data-sort=errors]");
    await comesToMatch(
      () => page.locator("tr[data-row]").first().textContent(),
      /青禾县云河镇人民政府.*有错误/,
    );
    await comesToMatch(
      () => page.locator("#hand-differences tbody tr").nth(1).textContent(),
      /差正好是青禾县云河镇人民政府这一格的错（应为 78）/,
    );
    await becomes(() => page.textContent("#batch-among summary"), "横向比对：1 处");
    await page.click("#batch-among summary");
    await becomes(
      () => page.locator("#batch-among .card button").allTextContents(),
      ["青禾县柳桥镇人民政府", "青禾县柳湾镇人民政府"],
    );
    await assertAccessible(page);

    const zip = await taken(page, "#export-notes");
    assert.equal(zip.name, "校核单.zip");
    const notes = unzip(zip.bytes);
    assert.equal(notes.size, 81); // of 79 bodies, one of them twice, and the county's own
    for (const name of ["部门/青禾县教育局校核单.docx", "乡镇/青禾县白河镇人民政府（白河镇）校核单.docx"])
      assert.ok(notes.has(`收件/${name}`), name);
    const note = unzip(notes.get("收件/乡镇/青禾县云河镇人民政府校核单.docx")!);
    assert.match(note.get("word/document.xml")!.toString(), /云河镇\.html/);

    const book = await taken(page, "#export-book");
    assert.equal(book.name, "年报工作簿.xlsx");
    const sheets = unzip(book.bytes).get("xl/workbook.xml")!.toString();
    assert.deepEqual(
      Array.from(sheets.matchAll(/<sheet name="([^"]+)"/g), ([, name]) => name),
      ["清单", "问题", "单元格", "合计", "图"],
    );
    await page.click(".hand-totals summary");
    await comesToMatch(() => page.textContent(".hand-totals"), /2024年度政府信息公开情况合计（78个单位）/);
    const html = (await taken(page, "[data-totals=html]")).bytes.toString();
    assert.match(html, /9984/);
  });
});

path("a name that may be another body's is asked about, and the answer can be taken back", async (page) => {
  await checkAll(page, reports(3));
  await useRoster(
    page,
    ["教育局", agencyOf(1), agencyOf(2).replace("文化和旅游局", "文化广电和旅游局")].join("\n"),
  );
  const question = page.locator(".hand-question");
  const name = agencyOf(2).replace("文化和旅游局", "文化广电和旅游局");
  await becomes(
    () => question.locator("span").allTextContents(),
    [`0003.html 写的是“${agencyOf(2)}”，名单上是“${name}”。是同一单位吗？`],
  );
  await question.locator("button").first().click();
  await comesToMatch(total(page), /名单上 3 个单位，交了 2 个，没有找到 1 个。/);
  await becomes(() => question.count(), 0);
  await page.click("text=重新回答");
  await becomes(() => question.count(), 1);
  await question.locator("button", { hasText: "不是" }).click();
  await comesToMatch(total(page), /交了 1 个，没有找到 2 个。/);
});

path("of two reports of a body a person says which counts", async (page) => {
  const draft = { ...reportOf(1), name: "送审稿.html" };
  draft.data = String(draft.data).replace("<td>18</td>", "<td>19</td>");
  await checkAll(page, [reportOf(0), reportOf(1), draft]);
  const twice = page.locator(".hand-lines > li", { hasText: "交了不止一份" });
  await comesToMatch(() => twice.textContent(), /三张表的数字不同，合计用 送审稿\.html/);
  await twice.locator("label", { hasText: "0002.html" }).click();
  await comesToMatch(() => twice.textContent(), /合计用 0002\.html/);
});

path("a report that is handed in again tells what is different", async (page) => {
  await checkAll(page, [reportOf(0), reportOf(4), reportOf(5)]);
  await row(page, "0005.html").locator("select").selectOption({ label: "待改" });
  await row(page, "0005.html").locator("input").fill("打过电话");
  await page.keyboard.press("Tab");
  const mended = String(reportOf(4).data).replace("<td>6</td><td>3</td>", "<td>9</td><td>3</td>");
  await choose(page, [{ name: "0005.html", data: mended }]);
  await comesToMatch(
    () => row(page, "0005.html").textContent(),
    /重交：少了 \d 处，新出 0 处，单元格改了 1 格/,
  );
  assert.equal(await row(page, "0005.html").locator("select").inputValue(), "todo");
  assert.equal(await row(page, "0005.html").locator("input").inputValue(), "打过电话");
});

path("300 reports: states and remarks are kept in a file, which finds its reports again", async (page) => {
  const all = reports(300);
  await checkAll(page, all.slice(0, 299));
  await choose(page, [all[299]!]);
  await waitForStatus(page, "300 份全部核对完。");
  await useRoster(page, Array.from({ length: 301 }, (_, i) => agencyOf(i)).join("\n"));
  await comesToMatch(total(page), /名单上 301 个单位，交了 300 个，没有找到 1 个。/);
  await row(page, "0001.html").locator("select").selectOption({ label: "已退回" });
  await row(page, "0002.html").locator("select").selectOption({ label: "待改" });
  await row(page, "0002.html").locator("input").fill("周五前");
  await page.keyboard.press("Tab");
  await page.selectOption("#batch-work", { label: "待改（1）" });
  await becomes(() => page.locator("tr[data-row] .open-row").allTextContents(), ["0002.html"]);
  const saved = await taken(page, "#save-worklist");
  assert.equal(saved.name, "工作单.json");
  assert.doesNotMatch(saved.bytes.toString(), /逐件核对效力状态/); // no text of any draft

  page.on("dialog", (dialog) => void dialog.accept());
  await page.reload();
  await choose(page, [{ name: saved.name, data: saved.bytes }]);
  await waitForStatus(page, "300 份全部核对完。");
  await comesToMatch(total(page), /名单上 301 个单位，交了 300 个，没有找到 1 个。/);
  await comesToMatch(() => row(page, "0002.html").textContent(), /等放入文件/);
  assert.equal(await row(page, "0002.html").locator("input").inputValue(), "周五前");

  // Under its own name, and under another.
  await choose(page, [all[1]!, { ...all[2]!, name: "改了名.html" }]);
  await waitForStatus(page, "300 份全部核对完。");
  await becomes(
    () =>
      page
        .locator("tr[data-row]", { hasText: "等放入文件" })
        .count()
        .then((n) => n > 0),
    true,
  );
  assert.equal(await row(page, "0002.html").locator("input").inputValue(), "周五前");
  await row(page, "改了名.html").locator(".open-row").click();
  await page.waitForSelector(".verdict-title");
});

path(
  "380 pixels wide: the desk fits",
  async (page) => {
    await checkAll(page, reports(3));
    await useRoster(page, "县教育局\n县民政局");
    await comesToMatch(total(page), /名单上 2 个单位/);
    assert.equal(await overflow(page), 0);
    await assertAccessible(page);
  },
  { viewport: { width: 380, height: 740 } },
);

path("four years of several bodies: a picture and a table, of all and of one", async (page) => {
  const years = [2021, 2022, 2023, 2024];
  const all = years.flatMap((year) =>
    [0, 1, 2].map((i) => ({ ...reportOf(i, year), name: `${year}-${i}.html` })),
  );
  await checkAll(page, all);
  await page.click("#batch-trend summary");
  const lines = (): Promise<string[]> => page.locator("#trend-table tr").allInnerTexts();
  await becomes(
    async () => (await lines()).slice(0, 4).map((line) => line.split(/\s+/).join(" ")),
    [
      "项目（件） 2021 2022 2023 2024",
      "单位数 3 3 3 3",
      "本年新收 78 78 78 78",
      "（一）予以公开 39 39 39 39",
    ],
  );
  await page.selectOption("#trend-body", agencyOf(1));
  await becomes(async () => (await lines())[2]!.split(/\s+/).join(" "), "本年新收 26 26 26 26");
  assert.match((await taken(page, "#save-trend")).bytes.toString(), new RegExp(`<svg[^]*${agencyOf(1)}`));
  await assertAccessible(page);
});

path("a roster out of a file, and in English what the core says in both languages", async (page) => {
  await checkAll(page, reports(3));
  await page.click("#roster-edit");
  const csv = `序号,单位,电话\n1,${agencyOf(0)},123\n2,${agencyOf(1)},124\n3,石桥县气象局,125\n`;
  await page.setInputFiles("#roster-file", { name: "名单.csv", mimeType: "", buffer: Buffer.from(csv) });
  await comesToMatch(total(page), /名单上 3 个单位，交了 2 个，没有找到 1 个。/);
  await comesToMatch(() => row(page, "0003.html").textContent(), /不在名单上/);
  await page.click("#roster-edit");
  await page.fill("#roster-text", "没有");
  await page.click("text=用这份名单");
  await page.waitForSelector("text=名单里没有找到单位名称");
  await page.selectOption("#setting-language", "en");
  await comesToMatch(() => row(page, "0003.html").textContent(), /not on the list/);
});

path("corrections that were accepted count in the row", async (page) => {
  await checkAll(page, [reportOf(0), reportOf(4), reportOf(5)]);
  await page.locator(".open-row", { hasText: "0005.html" }).click();
  await page.click("#accept-certain");
  await page.waitForSelector("#changes, .changes");
  await page.click("#to-list");
  await comesToMatch(() => row(page, "0005.html").textContent(), /采用改正 \d/);
});
