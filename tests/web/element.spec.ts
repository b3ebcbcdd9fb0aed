// <nianbao-check> on its demo page, under a policy without unsafe-eval.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { root, serve, type Session, type Site, start } from "./browser";
import { becomes, comesToMatch } from "./person";
import { faultyHtml } from "./report";

let session: Session;
let server: Site;
let address: string;
before(async () => {
  session = await start();
  server = await serve(join(root, "build/npm"));
  address = `${server.address}demo.html`;
});
after(async () => {
  await session.close();
  await server.stop();
});

const shown = (selector: string) => `nianbao-check >> ${selector}`;

test("checks what stands in the editor and shows the findings", async () => {
  const page = await session.open({ address });
  const refused: string[] = [];
  page.on("console", (message) => message.type() === "error" && refused.push(message.text()));
  await page.fill("#editor", faultyHtml);
  await page.click("#run");
  await comesToMatch(() => page.textContent(shown(".verdict")), /^有[1-9]\d*处错误须改正/);
  assert.ok((await page.locator(shown("li.error")).count()) > 0);
  const border = await page
    .locator(shown("li.error"))
    .first()
    .evaluate((li) => getComputedStyle(li).borderLeftWidth);
  assert.equal(border, "4px");
  assert.deepEqual(refused, []);
  await page.context().close();
});

test("takes text, HTML or a file, and tells by events", async () => {
  const page = await session.open({ address });
  const summary = await page.evaluate(async (html) => {
    const element = document.querySelector("nianbao-check") as HTMLElement & { html: string; file: Blob; text: string };
    element.removeAttribute("for");
    const next = (): Promise<{ outcome: string; source: { name: string; format: string }; findings: unknown[] }> =>
      new Promise((resolve) =>
        element.addEventListener("nianbao-result", (e) => resolve((e as CustomEvent).detail), { once: true }),
      );
    const all = [];
    let result = next();
    element.html = html;
    all.push(await result);
    result = next();
    element.file = new File([html], "年报.html");
    all.push(await result);
    result = next();
    element.text = "今天天气很好。";
    all.push(await result);
    return all.map((r) => [r.outcome, r.source.format, r.findings.length > 0]);
  }, faultyHtml);
  assert.deepEqual(summary, [
    ["checked", "html", true],
    ["checked", "html", true],
    ["unreadable", "txt", false],
  ]);
  await comesToMatch(() => page.textContent(shown(".verdict")), /^没有认出政府信息公开年报/);
  await page.context().close();
});

test("a click on a finding is told, and nothing is drawn unless asked for", async () => {
  const page = await session.open({ address });
  await page.fill("#editor", faultyHtml);
  await page.click("#run");
  await page.waitForSelector(shown("li button"));
  const rule = page.evaluate(
    () =>
      new Promise((resolve) =>
        document.addEventListener("nianbao-finding", (e) => resolve((e as CustomEvent).detail.rule), { once: true }),
      ),
  );
  await page.locator(shown("li button")).first().click();
  assert.match(String(await rule), /^[a-z]+\/[a-z-]+$/);
  await page.evaluate(() => document.querySelector("nianbao-check")!.removeAttribute("show"));
  await becomes(() => page.locator(shown("li")).count(), 0);
  await page.context().close();
});
