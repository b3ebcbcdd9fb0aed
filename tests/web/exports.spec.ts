// 导出: the files that a person takes away from the page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { root, type Session, singleFile, start } from "./browser";
import { becomes, card, comesToMatch, drop, fill, verdict } from "./person";
import { docxOf, faultyHtml } from "./report";

let session: Session;
before(async () => void (session = await start()));
after(() => session.close());

async function exported(page: Page, kind: string): Promise<{ name: string; content: string }> {
  await page.click("#export > summary");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(`#export-${kind}`)]);
  return { name: download.suggestedFilename(), content: readFileSync((await download.path())!, "utf8") };
}

for (const [place, address] of [
  ["a server", undefined],
  ["a file", singleFile],
] as const)
  test(`every kind of file is made, page from ${place}`, async () => {
    const page = await session.open({ address });
    await drop(page, { name: "年报.html", data: faultyHtml });
    const made: Record<string, { name: string; content: string }> = {};
    for (const kind of [
      "annotated",
      "note-html",
      "note-docx",
      "tables-html",
      "tables-docx",
      "tables-json",
      "tables-csv",
    ])
      made[kind] = await exported(page, kind);
    assert.deepEqual(
      Object.values(made).map(({ name }) => name),
      [
        "年报-批注.html",
        "年报-校核单.html",
        "年报-校核单.docx",
        "年报-统计表.html",
        "年报-统计表.docx",
        "年报-单元格.json",
        "年报-单元格.csv",
      ],
    );
    assert.ok(made["annotated"]!.content.includes('<mark class="nianbao'));
    assert.match(
      made["note-html"]!.content,
      /政府信息公开工作年度报告校核单[^]*nianbao-note 1; sha256=[0-9a-f]{64};/,
    );
    assert.ok(made["note-docx"]!.content.startsWith("PK"));
    assert.ok(made["tables-html"]!.content.includes("第二十条第（一）项"));
    assert.equal(Object.keys(JSON.parse(made["tables-json"]!.content).cells).length, 200);
    await page.context().close();
  });

test("tables, note and annotated copy show what is tried out", async () => {
  const page = await session.open();
  await drop(page, { name: "年报.html", data: faultyHtml });
  await fill(page, "requests.new_requests.individuals", "777");
  await comesToMatch(() => page.textContent(".verdict-title"), /试改/);
  const cells = JSON.parse((await exported(page, "tables-json")).content).cells;
  assert.equal(cells["requests.new_requests.individuals"].value, 777);
  assert.ok(
    (await exported(page, "note-html")).content.includes("结果包含页面上试改的 1 处，与文件本身不同"),
  );
  const annotated = (await exported(page, "annotated")).content;
  assert.match(annotated, /<ins[^>]*>(<mark[^>]*>)?777/);
  assert.match(annotated, /&#x5E74;&#x62A5;&#x4F53;&#x68C0;<\/b>&#x3000;2\d{3}&#x5E74;/); // 年报体检　2…年: the day
  await page.context().close();
});

test("the corrected copy holds what was accepted, as changes that a person sees; the menu says what a copy is of", async () => {
  const page = await session.open();
  await drop(page, { name: "年报.docx", data: docxOf(faultyHtml) });
  const note = (kind: string) => (): Promise<string | null> => page.textContent(`#export-${kind} + .hint`);
  await page.click("#export > summary");
  await becomes(() => page.isDisabled("#export-annotated"), false);
  assert.equal(await page.isDisabled("#export-corrected"), true);
  assert.equal(await note("corrected")(), "还没有采纳改法，也没有手工改动。");
  await page.click("#export > summary");
  await page.click("#accept-certain");
  await comesToMatch(() => page.textContent(".verdict-title"), /试改/);
  await comesToMatch(note("annotated"), /^含页面上采纳和手改的 \d 处。$/);
  assert.equal(await note("corrected")(), "");
  await page.click("#export > summary");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#export-corrected")]);
  assert.equal(download.suggestedFilename(), "年报-改正.docx");
  const copy = readFileSync((await download.path())!);
  await page.click("#close");
  await drop(page, { name: "年报-改正.docx", data: copy });
  await card(page, "修订或批注残留").waitFor();
  await becomes(() => page.textContent('td[data-cell="requests.disclosed.individuals"]'), "9");
  await page.context().close();
});

test("from the drop to the mended file with three errors it is six clicks at most", async () => {
  const page = await session.open();
  await drop(page, {
    name: "年报.docx",
    data: docxOf(faultyHtml.replace("一、总体情况", "一、总体情况（文字描述）")),
  });
  await page.evaluate(() => {
    document.body.dataset.clicks = "0";
    const count = (): void =>
      void (document.body.dataset.clicks = String(Number(document.body.dataset.clicks) + 1));
    document.addEventListener("click", count, true);
  });
  await comesToMatch(() => verdict(page), /^有3处错误须改正/);
  await page.click("#accept-certain");
  await comesToMatch(() => verdict(page), /未发现错误/);
  await page.click("#export > summary");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#export-corrected")]);
  const clicks = Number(await page.evaluate(() => document.body.dataset.clicks));
  assert.ok(clicks <= 6, `${clicks} clicks`);
  await page.click("#close");
  await drop(page, { name: "年报-改正.docx", data: readFileSync((await download.path())!) });
  await comesToMatch(() => verdict(page), /未发现错误/);
  await page.context().close();
});

for (const [place, address] of [
  ["a server", undefined],
  ["a file", singleFile],
] as const)
  test(`a PDF is annotated in a copy that begins with its own bytes, page from ${place}`, async () => {
    const page = await session.open({ address });
    const file = readFileSync(join(root, "tests/fixtures/twins/report.pdf"));
    await drop(page, { name: "年报.pdf", data: file });
    await page.waitForSelector(".card", { timeout: 20000 });
    await page.click("#export > summary");
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("#export-annotated")]);
    assert.equal(download.suggestedFilename(), "年报-批注.pdf");
    const copy = readFileSync((await download.path())!);
    assert.ok(copy.subarray(0, file.length).equals(file));
    const added = copy.subarray(file.length);
    const found = (what: RegExp): string[] =>
      Array.from(added.toString("latin1").matchAll(what), ([, part]) => part!);
    const marks = found(/(\d+) 0 obj\r?\n<<\/AP<<[^]*?\/Subtype\/Highlight/g);
    assert.ok(marks.length >= (await page.locator(".card").count()));
    assert.deepEqual(found(/\/Parent (\d+) 0 R \/Rect[^>]*\/Subtype\/Popup/g), marks);
    const listed = found(/\/Annots\[([^\]]*)\]/g).join(" ");
    for (const number of marks) assert.match(listed, new RegExp(` ${number} 0 R`));
    assert.ok(added.includes(Buffer.from("错误：", "utf16le").swap16())); // words of a finding, as PDF writes them
    await page.click("#close");
    await drop(page, { name: "年报-批注.pdf", data: copy });
    await page.waitForSelector(".card", { timeout: 20000 });
    await page.context().close();
  });

test("of a file that cannot be annotated the menu says so, and offers a list of corrections", async () => {
  const page = await session.open();
  await drop(page, { name: "年报.odt", data: readFileSync(join(root, "tests/fixtures/small/three.odt")) });
  await page.click("#export > summary");
  await comesToMatch(
    () => page.textContent("#export-annotated + .hint"),
    /^批注副本只能做成 docx、网页（html）和文本/,
  );
  assert.equal(await page.isDisabled("#export-annotated"), true);
  assert.equal(await page.textContent("#export-corrected"), "改正副本（修订，原格式）");
  await drop(page, { name: "年报.ofd", data: readFileSync(join(root, "tests/fixtures/small/three.ofd")) });
  await becomes(() => page.textContent("#export-corrected"), "改正清单（Word）");
  await page.context().close();
});

test("a signed file is not changed, and the menu says so before anything is asked for", async () => {
  const page = await session.open();
  await drop(page, { name: "年报.docx", data: docxOf(faultyHtml, { "_xmlsignatures/sig1.xml": "<a/>" }) });
  await page.click("#accept-certain");
  await page.click("#export > summary");
  for (const kind of ["corrected", "annotated"]) {
    await comesToMatch(
      () => page.textContent(`#export-${kind} + .hint`),
      /^文件有数字签名，改动会使签名失效，所以不改。/,
    );
    assert.equal(await page.isDisabled(`#export-${kind}`), true);
  }
  assert.equal(await page.isDisabled("#export-note-docx"), false);
  await page.context().close();
});

test("the note gives the reason of a dismissed finding", async () => {
  const page = await session.open();
  await drop(page, { name: "年报.html", data: faultyHtml });
  const blank = card(page, "表格空白未填0");
  await blank.locator(".card-head").click();
  await blank.locator(".dismiss").click();
  await blank.locator(".reason").fill("口径不同");
  await page.keyboard.press("Enter");
  await becomes(() => page.locator(".card.dismissed").count(), 1);
  const { content } = await exported(page, "note-html");
  assert.match(content, /已标为不是问题<\/h2>[^]*理由：口径不同/);
  await page.context().close();
});

test("the menu opens, closes and is left with the keyboard", async () => {
  const page = await session.open();
  await drop(page, { name: "年报.html", data: faultyHtml });
  await page.focus("#export > summary");
  await page.keyboard.press("Enter");
  await becomes(() => page.locator("#export-annotated").isVisible(), true);
  await page.keyboard.press("Escape");
  await becomes(() => page.locator("#export-annotated").isVisible(), false);
  await page.context().close();
});
