// Texts far longer than any report: the page stays fluid, waiting can be seen and ended.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type Session, start } from "./browser";
import { becomes, paste, waitForVerdict } from "./person";
import { soundHtml, textOf } from "./report";

let session: Session;
before(async () => void (session = await start()));
after(() => session.close());

// A sound report, its text section drawn out with lines that say nothing.
function longText(length: number): string {
  const line = "这一段记录日常工作的开展，与数据无关，只是很长。\n";
  const report = textOf(soundHtml);
  const lines = Math.max(0, Math.ceil((length - report.length) / line.length));
  return report.replace("（三）政府信息管理。", () => line.repeat(lines) + "（三）政府信息管理。");
}

test("5 MB of pasted text: a key costs its part of the text alone, and is checked", async () => {
  const page = await session.open();
  await paste(page, "#text", { text: longText(5_000_000) });
  await page.waitForSelector("#document p", { timeout: 60_000 });
  await page.click("#tab-text");
  await page.waitForSelector(".text-part");
  await page.locator(".text-part").first().click();
  // Of more than a thousand parts those near the window are there, and a key makes nothing anew.
  await becomes(
    () =>
      page
        .locator(".text-chunks .chunk")
        .count()
        .then((count) => count > 1000),
    true,
  );
  const parts = await page.locator(".text-part").count();
  assert.ok(parts < 40, `${parts} parts drawn`);
  await page.evaluate(() => {
    const made = { nodes: 0 };
    new MutationObserver((changes) => changes.forEach((c) => (made.nodes += c.addedNodes.length))).observe(
      document.querySelector(".report-side")!,
      { childList: true, subtree: true },
    );
    Object.assign(window, { made });
  });
  for (let i = 0; i < 20; i++) await page.keyboard.type("字");
  const made = await page.evaluate(() => (window as unknown as { made: { nodes: number } }).made.nodes);
  assert.ok(made < 20, `${made} nodes made while typing`);
  await page.waitForSelector("#changes summary:has-text('试改 1 处')", { timeout: 60_000 });
  assert.ok((await page.locator(".text-part").first().inputValue()).includes("字".repeat(20)));
  await page.context().close();
});

test("10 MB of text is answered, and scrolls", async () => {
  const page = await session.open();
  await paste(page, "#text", { text: longText(10_000_000) });
  await page.waitForSelector(".verdict-title", { timeout: 120_000 });
  await page.waitForSelector("#document p");
  const drawn = await page.locator("#document p").count();
  assert.ok(drawn > 0 && drawn < 5000, `${drawn} paragraphs drawn`);
  await page.evaluate(() => {
    const scroller = document.querySelector(".document-scroll")!;
    scroller.scrollTop = scroller.scrollHeight;
  });
  await page.waitForFunction(() => {
    const box = document.querySelector(".document-scroll")!.getBoundingClientRect();
    return !!document.elementFromPoint(box.left + box.width / 2, box.bottom - 200)?.closest("p, h4, td");
  });
  await page.context().close();
});

test("waiting shows the file's name and can be ended", async () => {
  const page = await session.open();
  await page.waitForTimeout(300);
  await page.evaluate(() => {
    Worker.prototype.postMessage = () => undefined;
  });
  await page.setInputFiles("#file", {
    name: "年报.txt",
    mimeType: "text/plain",
    buffer: Buffer.from(textOf(soundHtml)),
  });
  await page.waitForSelector(".progress:not([hidden])");
  assert.match((await page.textContent(".progress"))!, /正在核对：年报\.txt/);
  await page.click("#cancel");
  await page.waitForSelector("text=已取消核对。");
  assert.ok(await page.locator("#file").isEnabled());
  await page.context().close();
});

test("a checker that dies leaves the input and says so", async () => {
  const page = await session.open();
  await paste(page, "#text", { text: textOf(soundHtml) });
  await waitForVerdict(page, "未发现问题");
  await page.evaluate(() => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, message: { kind?: string }) {
      if (message.kind !== "check") return post.call(this, message);
      Worker.prototype.postMessage = post;
      this.onerror?.(new ErrorEvent("error", { message: "out of memory" }));
    } as typeof post;
  });
  await page.click("#tab-text");
  await page.focus("#text");
  await page.keyboard.type("字");
  await page.waitForSelector("text=核对程序出了故障");
  assert.ok((await page.inputValue("#text")).includes("字"));
  await page.click(".notice-bar button:has-text('重试')");
  await page.waitForSelector(".notice-bar", { state: "hidden" });
  await waitForVerdict(page, "");
  await page.context().close();
});
