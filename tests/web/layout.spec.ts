// Findings first: what is seen without scrolling, that only panes scroll, that a place asked for is seen.
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { assertAccessible } from "./axe";
import { paths } from "./path";
import { becomes, card, comesToMatch, drop, focusedCell } from "./person";
import { faultyHtml, soundHtml } from "./report";

const path = paths();
const small = { viewport: { width: 1366, height: 768 } };
const WRONG = "表三“（一）予以公开”行“自然人”列填的是";

const wholeCards = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const pane = document.querySelector(".result-side")!.getBoundingClientRect();
    const boxes = [...document.querySelectorAll(".card")].map((one) => one.getBoundingClientRect());
    return boxes.filter((box) => box.top >= pane.top && box.bottom <= Math.min(pane.bottom, innerHeight))
      .length;
  });

for (const viewport of [
  { width: 1366, height: 768 },
  { width: 1024, height: 768 },
])
  path(
    `two whole cards at least are seen at ${viewport.width} × ${viewport.height}, and the page itself does not scroll`,
    async (page) => {
      await drop(page, { name: "年报.html", data: faultyHtml });
      await page.waitForSelector(".card");
      assert.ok((await wholeCards(page)) >= 2, `${await wholeCards(page)} cards`);
      const grows = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
      assert.equal(grows, 0);
      await page.mouse.move(viewport.width - 200, 500);
      for (let i = 0; i < 10; i++) await page.mouse.wheel(0, 400);
      await page.waitForTimeout(200);
      assert.equal(await page.evaluate(() => scrollY), 0);
    },
    { viewport },
  );

path(
  "a place asked for with the mouse is outlined, flashes and is seen",
  async (page) => {
    await drop(page, { name: "年报.html", data: faultyHtml });
    await card(page, "“截止”应为“截至”").locator(".card-head").click();
    const mark = page.locator(".paper mark.chosen");
    await mark.waitFor();
    const style = await mark.evaluate(
      (e) => getComputedStyle(e).outlineStyle + e.classList.contains("flash"),
    );
    assert.equal(style, "solidtrue");
    const box = (await mark.boundingBox())!;
    const pane = (await page.locator(".document-scroll").boundingBox())!;
    assert.ok(box.y >= pane.y && box.y + box.height <= pane.y + pane.height);
  },
  small,
);

path(
  "a card: the whole head opens and folds it, its words open it, the cure is always there",
  async (page) => {
    await drop(page, { name: "年报.html", data: faultyHtml });
    const one = page.locator(".card", { hasText: WRONG });
    await comesToMatch(() => one.locator(".card-advice").textContent(), /^怎么改：./);
    await one.locator(".card-message").click();
    await becomes(() => one.locator(".card-head").getAttribute("aria-expanded"), "true");
    await one.locator(".card-head > .icon").last().click();
    await becomes(() => one.locator(".card-head").getAttribute("aria-expanded"), "false");
  },
  small,
);

path(
  "places are told in words that Word has",
  async (page) => {
    await drop(page, { name: "年报.html", data: faultyHtml });
    await card(page, "“截止”应为“截至”").locator(".card-head").click();
    await becomes(
      () => page.locator(".card.chosen .places .chip").allTextContents(),
      ["一、总体情况，第2段，“截止”"],
    );
  },
  small,
);

path(
  "a heading as a place is told once",
  async (page) => {
    await drop(page, { name: "年报.html", data: faultyHtml });
    await card(page, "未报告信息处理费收取情况").locator(".card-head").click();
    await becomes(
      () => page.locator(".card.chosen .places .chip").allTextContents(),
      ["六、其他需要报告的事项"],
    );
  },
  small,
);

path(
  "stepped through by keyboard, every card and every place is wholly in sight",
  async (page) => {
    await drop(page, { name: "年报.html", data: faultyHtml });
    await page.waitForSelector(".card");
    const inside = (pane: string) => (): Promise<boolean> =>
      page.evaluate((selector) => {
        const outer = document.querySelector(selector)!.getBoundingClientRect();
        const inner = document.activeElement!.getBoundingClientRect();
        return inner.top >= outer.top && inner.bottom <= Math.min(outer.bottom, innerHeight);
      }, pane);
    const count = await page.locator(".card").count();
    for (let i = 0; i < count; i++) {
      await page.keyboard.press("j");
      await becomes(
        () => page.locator(".card").nth(i).locator(".card-head").getAttribute("aria-expanded"),
        "true",
      );
      await becomes(inside(".result-side"), true);
      await page.keyboard.press("Enter");
      await becomes(() => page.evaluate(() => !!document.activeElement!.closest("#document")), true);
      await becomes(inside(".document-scroll"), true);
      await page.keyboard.press("Escape");
    }
    assert.equal(await page.evaluate(() => scrollY), 0);
  },
  small,
);

path(
  "with a report open the help is a dialog over it, and closing it leaves the work as it was",
  async (page) => {
    await drop(page, { name: "年报.html", data: faultyHtml });
    await page.waitForSelector(".card");
    await becomes(() => page.locator("footer .help").isVisible(), false);
    await page.click("#open-help");
    await page.locator("dialog[open] .help").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("dialog[open]").waitFor({ state: "detached" });
    assert.equal(await page.evaluate(() => scrollY), 0);
    assert.ok((await wholeCards(page)) >= 2);
  },
  small,
);

path("the overview tells what was checked by its name, and sums that hold in few words", async (page) => {
  await drop(page, { name: "年报.html", data: soundHtml });
  await becomes(() => page.textContent(".overview-words"), "表内勾稽关系42项，全部相符");
  await page.locator("#overview > summary").click();
  await page.locator(".passed-details > summary").click();
  await page.locator(".passed .held").first().waitFor();
  const passed = (await page.locator(".passed .held").allTextContents()).join("\n");
  assert.match(passed, /^规定的六个部分齐全：6项无误$/m);
  assert.doesNotMatch(passed, /缺少|不符|不一致|未见/);
  await drop(page, { name: "年报.html", data: faultyHtml });
  await becomes(() => page.textContent(".overview-words"), "表内勾稽关系42项，40项相符，2项不符");
});

path(
  "heads of table three stay in sight and are announced",
  async (page) => {
    await drop(page, { name: "年报.html", data: faultyHtml });
    const head = page.locator("th[scope=col]", { hasText: "自然人" });
    await becomes(() => head.count(), 1);
    await becomes(() => page.locator("th[scope=row]", { hasText: "（一）予以公开" }).count(), 1);
    await page.evaluate(() => {
      const last = document.querySelector('td[data-cell="requests.carried_forward.individuals"]')!;
      last.scrollIntoView({ block: "end" });
    });
    const box = (await head.boundingBox())!;
    const pane = (await page.locator(".document-scroll").boundingBox())!;
    assert.ok(box.y >= pane.y - 1, `${box.y} above ${pane.y}`);
  },
  small,
);

path(
  "the map: folded at first and remembered, named by keyboard and pointer, a red cell leads to its finding",
  async (page) => {
    await drop(page, { name: "年报.html", data: faultyHtml });
    assert.equal(await page.locator(".map").count(), 0);
    await page.locator("#overview > summary").click();
    const red = page.locator('[data-map="requests.disclosed.individuals"]');
    await red.focus();
    await becomes(() => page.textContent(".map-told"), "表三“（一）予以公开”行“自然人”列：有错误");
    await page.keyboard.press("ArrowRight");
    await becomes(() => page.textContent(".map-told"), "表三“（一）予以公开”行“商业企业”列：数字已读到");
    await page.keyboard.press("ArrowUp");
    await becomes(
      () => page.evaluate(() => document.activeElement!.getAttribute("data-map")),
      "requests.carried_over.businesses",
    );
    await red.click();
    await comesToMatch(() => page.textContent(".card.chosen .card-message"), new RegExp(`^${WRONG}`));
    await becomes(() => focusedCell(page), "requests.disclosed.individuals");
    await assertAccessible(page);
    await page.reload();
    await page.waitForSelector(".map");
  },
  small,
);

path(
  "a paragraph is changed at the place of the click, over its full width, and Ctrl+Z and Ctrl+Y work",
  async (page) => {
    await drop(page, { name: "年报.html", data: faultyHtml });
    const paragraph = page.locator("p[data-block]", { hasText: "全年新收政府信息公开申请" });
    await paragraph.dblclick({ position: { x: 200, y: 12 } });
    const editor = page.locator("textarea.editor");
    const { start, end, text } = await editor.evaluate((e: HTMLTextAreaElement) => ({
      start: e.selectionStart,
      end: e.selectionEnd,
      text: e.value,
    }));
    assert.equal(start, end);
    assert.ok(start > 0 && start < text.length, `${start}`);
    const fits = await editor.evaluate(
      (e) => e.getBoundingClientRect().right <= e.parentElement!.getBoundingClientRect().right + 1,
    );
    assert.ok(fits);
    await editor.fill(text.replace("28件", "26件"));
    await page.keyboard.press("Enter");
    await comesToMatch(() => page.textContent("#changes li"), /正文：28件 → 26件/);
    await page.keyboard.press("Control+z");
    await becomes(() => page.locator("#changes li").count(), 0);
    await page.keyboard.press("Control+y");
    await becomes(() => page.locator("#changes li").count(), 1);
  },
  small,
);

path(
  "forced colours: axe finds nothing and the map keeps its cells",
  async (page) => {
    await page.emulateMedia({ forcedColors: "active" });
    await drop(page, { name: "年报.html", data: faultyHtml });
    await page.locator("#overview > summary").click();
    await page.waitForSelector(".map");
    const border = await page
      .locator(".map-cell.is-right")
      .first()
      .evaluate((e) => getComputedStyle(e).borderTopStyle);
    assert.equal(border, "solid");
    await assertAccessible(page);
  },
  small,
);
