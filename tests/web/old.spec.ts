// A browser without WebAssembly, or too old for the page, gets a sentence instead of a white page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type Session, singleFile, start } from "./browser";

let session: Session;
before(async () => void (session = await start()));
after(() => session.close());

const REST =
  "请换用 Chrome、Edge 78 以上或 Firefox 115 以上；360、QQ 等双核浏览器请切换到“极速模式”。没有文件被读取或上传。";

for (const [where, address] of [
  ["on a site", undefined],
  ["from a double click", singleFile],
] as const) {
  test(`without WebAssembly the page says so, ${where}`, async () => {
    const page = await session.open({ address: "about:blank" });
    await page.addInitScript("delete window.WebAssembly");
    await page.goto(address || session.address);
    assert.equal(
      await page.textContent(".too-old"),
      `这个浏览器太旧，或者关闭了 WebAssembly，打不开年报体检。${REST}`,
    );
    assert.equal(await page.locator("#app > *").count(), 1);
    await page.context().close();
  });

  for (const lacking of ["Blob", "Map"])
    // of what starts the core, of the page itself
    test(`a browser that lacks something else is told so too: ${lacking}, ${where}`, async () => {
      const page = await session.open({ address: "about:blank" });
      await page.addInitScript(`window.${lacking} = undefined`);
      await page.goto(address || session.address);
      assert.equal(await page.textContent(".too-old"), `这个浏览器太旧，打不开年报体检。${REST}`);
      await page.context().close();
    });
}
