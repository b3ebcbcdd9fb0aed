// A person's paths through the page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { root } from "./browser";
import { paths } from "./path";
import {
  becomes,
  card,
  comesToMatch,
  drop,
  fill,
  focusedCell,
  paste,
  titles,
  verdict,
  waitForVerdict,
} from "./person";
import { docxOf, faultyHtml, soundHtml, textOf } from "./report";

const path = paths();

const WRONG_CELL = "requests.disclosed.individuals";
const cellText = (page: Page, id: string): Promise<string> =>
  page.locator(`td[data-cell="${id}"]`).evaluate((td) => td.firstChild?.textContent ?? "");

path("drop a Word file, go to the finding, fix the cell, see the verdict turn", async (page) => {
  await drop(page, { name: "年报.docx", data: docxOf(faultyHtml.replace("申请28件", "申请26件")) });
  await comesToMatch(() => verdict(page), /^有1处错误须改正/);
  await card(page, "有一个单元格填错").locator(".card-head").click();
  await becomes(() => focusedCell(page), WRONG_CELL);
  await fill(page, WRONG_CELL, "9");
  await waitForVerdict(page, "未发现错误");
  await becomes(() => card(page, "有一个单元格填错").count(), 0);
});

path("the example has the faults that were put in", async (page) => {
  await page.click("#example");
  await becomes(
    () => titles(page),
    [
      "正文申请数与表三不一致",
      "有一个单元格填错",
      "表格空白未填0",
      "未报告信息处理费收取情况",
      "“截止”应为“截至”",
    ],
  );
});

path("a sound report may be published", async (page) => {
  await drop(page, { name: "年报.html", data: soundHtml });
  await becomes(() => verdict(page), "未发现问题");
  await becomes(() => titles(page), []);
  await comesToMatch(() => page.textContent(".overview-words"), /^表内勾稽关系\d+项，全部相符$/);
});

path("rich text from the clipboard keeps its tables", async (page) => {
  await paste(page, "#text", { text: "不用这个", html: faultyHtml });
  await waitForVerdict(page, "处错误须改正");
  await becomes(() => page.locator("th[rowspan='20'], th[rowspan='21'], th[rowspan='22']").count(), 1);
  await card(page, "有一个单元格填错").waitFor();
});

path("plain text from the clipboard, then typed in until it is right", async (page) => {
  await paste(page, "#text", { text: textOf(faultyHtml.replace("申请28件", "申请26件")) });
  await waitForVerdict(page, "有1处错误须改正");
  await page.click("#tab-text");
  await page.evaluate(() => {
    const box = document.querySelector<HTMLTextAreaElement>("#text")!;
    const at = box.value.indexOf("6\t3\t0\t0\t1\t0\t13");
    box.focus();
    box.setSelectionRange(at, at + 1);
  });
  await page.keyboard.type("9");
  await waitForVerdict(page, "未发现错误");
  await page.click("#restore");
  await waitForVerdict(page, "有1处错误须改正");
});

path("from a cell to its finding", async (page) => {
  await drop(page, { name: "年报.html", data: faultyHtml });
  await page.click(`td[data-cell="${WRONG_CELL}"]`);
  await becomes(() => page.locator(".card.chosen .card-title").textContent(), "有一个单元格填错");
});

path("the repair that the core proposes can be tried, undone, redone and taken back", async (page) => {
  await drop(page, { name: "年报.html", data: faultyHtml });
  const chosen = card(page, "有一个单元格填错");
  await chosen.locator(".card-head").click();
  await chosen.locator(".repairs .button").first().click();
  await chosen.waitFor({ state: "detached" });
  await becomes(() => cellText(page, WRONG_CELL), "9");
  await comesToMatch(() => page.textContent("#changes li"), /^表三“（一）予以公开”行“自然人”列：6 → 9/);
  await page.click("#undo");
  await chosen.waitFor();
  await becomes(() => cellText(page, WRONG_CELL), "6");
  await page.click("#redo");
  await chosen.waitFor({ state: "detached" });
  await becomes(() => cellText(page, WRONG_CELL), "9");
  await page.click("#restore");
  await chosen.waitFor();
  await becomes(() => page.locator("#changes ol li").count(), 0);
});

path("a paragraph can be changed as well", async (page) => {
  await drop(page, { name: "年报.html", data: faultyHtml });
  await page.dblclick("p:has-text('全年新收政府信息公开申请28件')", { position: { x: 5, y: 5 } });
  const text = await page.inputValue("textarea.editor");
  await page.fill("textarea.editor", text.replace("28件", "26件"));
  await page.keyboard.press("Enter");
  await card(page, "正文申请数与表三不一致").waitFor({ state: "detached" });
  await comesToMatch(() => page.textContent("#changes li"), /正文：28件 → 26件/);
});

path("Escape leaves a cell as it was", async (page) => {
  await drop(page, { name: "年报.html", data: faultyHtml });
  await page.dblclick(`td[data-cell="${WRONG_CELL}"]`);
  await page.fill("input.editor", "999");
  await page.keyboard.press("Escape");
  await becomes(() => cellText(page, WRONG_CELL), "6");
  assert.ok(await page.locator("#changes").isHidden());
});

path("a corrected table goes back to the clipboard with its spans", async (page) => {
  await drop(page, { name: "年报.html", data: faultyHtml });
  await fill(page, WRONG_CELL, "9");
  await card(page, "有一个单元格填错").waitFor({ state: "detached" });
  await becomes(() => cellText(page, WRONG_CELL), "9");
  await page.evaluate(() => {
    document.addEventListener("copy", (event) => {
      const { clipboardData } = event as ClipboardEvent;
      Object.assign(window, {
        html: clipboardData!.getData("text/html"),
        text: clipboardData!.getData("text/plain"),
      });
    });
    const original = DataTransfer.prototype.setData;
    DataTransfer.prototype.setData = function (type, data) {
      Object.assign(window, { [type]: data });
      original.call(this, type, data);
    };
  });
  await page.locator(".copy-table").nth(1).click();
  const { html, text } = await page.evaluate(() => {
    const w = window as unknown as Record<string, string>;
    return { html: w["text/html"]!, text: w["text/plain"]! };
  });
  assert.ok(html.includes("<td>9</td><td>3</td><td>0</td><td>0</td><td>1</td><td>0</td><td>13</td>"));
  assert.ok(html.includes('<td rowspan="3" colspan="3">'));
  assert.ok(text.split("\n").some((line) => line.endsWith("9\t3\t0\t0\t1\t0\t13")));
  await becomes(() => page.locator(".copy-table").nth(1).textContent(), "已复制");
});

path(
  "a finding called no problem stays so after another check, and goes into a file and back",
  async (page) => {
    await drop(page, { name: "年报.html", data: faultyHtml.replace("申请28件", "申请26件") });
    const blank = card(page, "表格空白未填0");
    await blank.locator(".card-head").click();
    await blank.locator(".dismiss").click();
    await blank.locator(".reason").fill("表样如此");
    await page.keyboard.press("Enter");
    await comesToMatch(() => page.textContent(".card.dismissed"), /已标为不是问题：表样如此/);

    await fill(page, WRONG_CELL, "9");
    await card(page, "有一个单元格填错").waitFor({ state: "detached" });
    await becomes(() => page.locator(".card.dismissed").count(), 1);

    const waiting = page.waitForEvent("download");
    await page.click("#save-dismissals");
    const saved = readFileSync(await (await waiting).path(), "utf8");
    await page.evaluate(() => (localStorage.clear(), sessionStorage.clear()));
    await page.reload();
    await drop(page, { name: "年报.html", data: faultyHtml });
    await blank.waitFor();
    assert.equal(await page.locator(".card.dismissed").count(), 0);
    await page.setInputFiles("#dismissals-file", {
      name: "a.json",
      mimeType: "application/json",
      buffer: Buffer.from(saved),
    });
    await page.waitForSelector(".card.dismissed");
    await page.setInputFiles("#dismissals-file", {
      name: "b.json",
      mimeType: "application/json",
      buffer: Buffer.from("[1]"),
    });
    await page.waitForSelector("text=这个文件不是标记文件，没有载入。");
  },
);

path("search and filters narrow the list", async (page) => {
  await drop(page, { name: "年报.html", data: faultyHtml });
  await page.fill("#search", "截止");
  await becomes(() => titles(page), ["“截止”应为“截至”"]);
  await page.fill("#search", "");
  await page.selectOption("#filter-table", "proceedings");
  await becomes(() => titles(page), ["表格空白未填0"]);
  await page.selectOption("#filter-table", "");
  await page.selectOption("#filter-severity", "error");
  await card(page, "有一个单元格填错").waitFor();
});

path("keyboard only, start to end", async (page) => {
  await page.focus("#example");
  await page.keyboard.press("Enter");
  await card(page, "有一个单元格填错").waitFor();
  const wanted = (await titles(page)).indexOf("有一个单元格填错");
  for (let i = 0; i <= wanted; i++) await page.keyboard.press("j");
  await becomes(() => page.locator(".card.chosen .card-title").textContent(), "有一个单元格填错");
  await page.keyboard.press("Enter");
  await becomes(() => focusedCell(page), WRONG_CELL);
  await page.keyboard.press("Enter");
  await page.keyboard.type("9");
  await page.keyboard.press("Enter");
  await card(page, "有一个单元格填错").waitFor({ state: "detached" });
  await becomes(() => cellText(page, WRONG_CELL), "9");
  await becomes(() => focusedCell(page), WRONG_CELL);
  await page.keyboard.press("ArrowRight");
  await becomes(() => focusedCell(page), "requests.disclosed.businesses");
  await page.keyboard.press("Escape");
  await becomes(() => page.evaluate(() => !!document.activeElement?.closest(".card")), true);
});

path("last year's report beside it", async (page) => {
  await drop(page, { name: "年报.html", data: soundHtml });
  const lastYear = soundHtml.replaceAll("2024年", "2023年").replaceAll("2025年1月", "2024年1月");
  await page.setInputFiles("#previous-file", {
    name: "上年.html",
    mimeType: "text/html",
    buffer: Buffer.from(lastYear),
  });
  await comesToMatch(() => page.textContent(".previous"), /^上年度：上年\.html/);
  await waitForVerdict(page, "处错误须改正");
  await card(page, "上年结转与上年报告不衔接").waitFor();
  await page.click("[aria-label='不再对照上年度年报']");
  await waitForVerdict(page, "未发现问题");
});

path("printing gives the check sheet and nothing else", async (page) => {
  await drop(page, { name: "年报.html", data: faultyHtml });
  await page.waitForSelector(".sheet h1", { state: "attached" });
  await page.emulateMedia({ media: "print" });
  const text = await page.evaluate(() => document.body.innerText);
  assert.match(text, /^\s*\S*校核单/);
  assert.match(text, /澄溪县文化和旅游局2024年政府信息公开工作年度报告/);
  assert.match(text, /填的是 6，应为 9/);
  assert.match(text, /校核人：＿+　+复核人：/);
  assert.doesNotMatch(text, /拖到这里|复制清单|换一份/);
});

path("a picture is said to be one, and nothing is called right", async (page) => {
  const png = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  );
  await drop(page, { name: "年报.png", data: png });
  await becomes(() => verdict(page), "是图片，没有文字可读");
  await comesToMatch(() => page.textContent(".verdict-next"), /^这是一张图片，读不出文字。/);
  assert.ok(await page.locator("#overview").isHidden());
  assert.ok(await page.locator(".columns").isHidden()); // no empty sheet
  await page.click("#paste-instead");
  await becomes(() => page.evaluate(() => document.activeElement!.id), "text");
});

path("nothing of a document becomes markup", async (page) => {
  const evil = "<img src=x onerror=\"document.title='broken'\"><script>document.title='broken'</script>";
  const text = textOf(soundHtml).replace("一、总体情况\n", `一、总体情况\n${evil}\n`);
  await paste(page, "#text", { text });
  await becomes(async () => (await page.textContent("#document"))!.includes(evil), true);
  assert.equal(await page.locator("#document img, #document script, #document a").count(), 0);
  assert.notEqual(await page.title(), "broken");
});

path("the list that is copied begins with report, file, date and verdict", async (page) => {
  await drop(page, { name: "年报.html", data: faultyHtml });
  await page.waitForSelector(".card");
  await page.evaluate(() => {
    const original = DataTransfer.prototype.setData;
    DataTransfer.prototype.setData = function (type, data) {
      Object.assign(window, { [type]: data });
      original.call(this, type, data);
    };
  });
  await page.click("#copy-all");
  const text = await page.evaluate(() => (window as unknown as Record<string, string>)["text/plain"]!);
  const [head, file, told] = text.split("\n");
  assert.equal(head, "澄溪县文化和旅游局2024年政府信息公开工作年度报告　问题清单");
  assert.match(file!, /^文件：年报\.html　\d{4}年\d{1,2}月\d{1,2}日$/);
  assert.equal(told, "结论：有2处错误须改正");
  assert.match(text, /^1\. 【错误】正文申请数与表三不一致$/m);
  await becomes(() => page.textContent("#copy-all"), "已复制");
  await becomes(() => page.textContent("#copy-all"), "复制清单");
});

path("English", async (page) => {
  await drop(page, { name: "report.html", data: faultyHtml });
  await page.selectOption("#setting-language", "en");
  await waitForVerdict(page, "Errors to correct");
  const visible = await page.evaluate(() => {
    document.querySelectorAll("#document, .source-name, select, .equation").forEach((e) => e.remove());
    return document.body.innerText;
  });
  const chinese = visible
    .split("\n")
    .filter((line) => /[\u3400-\u9fff]/.test(line) && !/["“”「『(]/.test(line));
  assert.deepEqual(chinese, []);
  assert.match(visible, /To verify 2/);
  assert.doesNotMatch(visible, /Warning|cure|[“”]/);
  await page.reload();
  await becomes(() => page.textContent(".brand h1"), "Annual report check-up");
});

path("the five given reports' kind of text is read from a file too", async (page) => {
  const base = readFileSync(`${root}/tests/rules/base_2021.txt`);
  await drop(page, { name: "年报.txt", data: base });
  await becomes(() => verdict(page), "未发现问题");
});

path("a result that comes while the next cell is typed in does not cut the typing", async (page) => {
  await drop(page, { name: "年报.html", data: faultyHtml });
  await page.evaluate(() => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, message: unknown) {
      setTimeout(() => post.call(this, message), 500);
    } as typeof post;
  });
  await page.dblclick(`td[data-cell="${WRONG_CELL}"]`);
  await page.keyboard.type("9");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.type("1");
  await card(page, "有一个单元格填错").waitFor({ state: "detached" });
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  await page.keyboard.type("2");
  await page.keyboard.press("Enter");
  await becomes(() => cellText(page, "requests.disclosed.businesses"), "12");
  await becomes(() => cellText(page, WRONG_CELL), "9");
});
