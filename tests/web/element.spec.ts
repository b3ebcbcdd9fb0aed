// <nianbao-check> on its demo page, beside a real editor (TinyMCE), under a policy without unsafe-eval.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { FrameLocator, Page } from "playwright-core";
import { root, serve, type Session, type Site, start } from "./browser";
import { becomes, comesToMatch } from "./person";
import { faultyHtml, soundHtml } from "./report";

// Package and editor side by side, as npm puts them.
const folder = mkdtempSync(join(tmpdir(), "nianbao-"));
let session: Session;
let server: Site;
let address: string;
before(async () => {
  mkdirSync(join(folder, "@embedpdf"));
  symlinkSync(join(root, "build/npm"), join(folder, "nianbao"));
  for (const name of ["tinymce", "@embedpdf/pdfium"])
    symlinkSync(join(root, "web/node_modules", name), join(folder, name));
  session = await start();
  server = await serve(folder, { ".css": "text/css" });
  address = `${server.address}nianbao/demo.html`;
});
after(async () => {
  await session.close();
  await server.stop();
  rmSync(folder, { recursive: true });
});

const shown = (selector: string) => `nianbao-check >> ${selector}`;

interface Opened {
  page: Page;
  editor: FrameLocator;
  refused: string[]; // by the policy, or broken
}

async function open(): Promise<Opened> {
  const page = await session.open({ address, permissions: ["clipboard-read", "clipboard-write"] });
  const refused: string[] = [];
  page.on("console", (message) => message.type() === "error" && refused.push(message.text()));
  page.on("pageerror", (error) => refused.push(error.message));
  const editor = page.frameLocator("iframe");
  await editor.locator("body").waitFor();
  return { page, editor, refused };
}

// By the keys, from the clipboard.
async function paste({ page, editor }: Opened, html: string): Promise<void> {
  await page.evaluate(
    (text) =>
      navigator.clipboard.write([
        new ClipboardItem({ "text/html": new Blob([text], { type: "text/html" }) }),
      ]),
    html,
  );
  await editor.locator("body").click();
  await page.keyboard.press("Control+V");
}

test("a report pasted into the editor is checked, and what is mended there is gone", async () => {
  const opened = await open();
  const { page, editor, refused } = opened;
  await paste(opened, faultyHtml);
  await comesToMatch(() => page.textContent(shown(".verdict")), /^有[1-9]\d*处错误须改正/);
  assert.equal(await editor.locator("table").count(), 3);
  const selected = () =>
    page.evaluate(() => document.querySelector("iframe")!.contentDocument!.getSelection()!.toString());
  for (const [fault, wrong, right] of [
    ["截止2024", "截止", "截至"],
    ["填的是 6，应为 9", "6", "9"],
    ["申请28件", "28件", "26件"],
  ] as const) {
    const finding = page.locator(shown("li"), { hasText: fault });
    await finding.locator("button").click();
    await becomes(selected, wrong);
    await page.keyboard.type(right);
    await becomes(() => finding.count(), 0);
  }
  await comesToMatch(() => page.textContent(shown(".verdict-counts")), /^错误 0 /);
  assert.deepEqual(refused, []);
  await page.context().close();
});

test("a report without a fault has none in the editor, and typing one shows it", async () => {
  const opened = await open();
  const { page, editor, refused } = opened;
  await paste(opened, soundHtml);
  await page.locator(shown(".verdict")).waitFor();
  await becomes(() => page.locator(shown("li.error")).count(), 0);
  await editor
    .locator("p", { hasText: "新收政府信息公开申请26件" })
    .first()
    .evaluate((paragraph) => {
      const text = paragraph.firstChild as Text;
      const at = text.data.indexOf("新收政府信息公开申请26件") + "新收政府信息公开申请2".length;
      paragraph.ownerDocument.getSelection()!.setBaseAndExtent(text, at, text, at + 1);
    });
  await page.keyboard.type("8");
  await page.locator(shown("li.error"), { hasText: "28" }).first().waitFor();
  assert.deepEqual(refused, []);
  await page.context().close();
});

test("takes text, HTML or a file, and tells by events", async () => {
  const page = await session.open({ address });
  const summary = await page.evaluate(async (html) => {
    const element = document.querySelector("nianbao-check") as HTMLElement & {
      html: string;
      file: Blob;
      text: string;
    };
    element.removeAttribute("for");
    const next = (): Promise<{
      outcome: string;
      source: { name: string; format: string };
      findings: unknown[];
    }> =>
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
  const opened = await open();
  const { page } = opened;
  await paste(opened, faultyHtml);
  await page.waitForSelector(shown("li button"));
  const rule = page.evaluate(
    () =>
      new Promise((resolve) =>
        document.addEventListener("nianbao-finding", (e) => resolve((e as CustomEvent).detail.rule), {
          once: true,
        }),
      ),
  );
  await page.locator(shown("li button")).first().click();
  assert.match(String(await rule), /^[a-z]+\/[a-z-]+$/);
  await page.evaluate(() => document.querySelector("nianbao-check")!.removeAttribute("show"));
  await becomes(() => page.locator(shown("li")).count(), 0);
  await page.context().close();
});

const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; connect-src 'self'";
const WITH_PART = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">
<nianbao-check show></nianbao-check><input type="file">
<script src="nianbao/nianbao-check.js"></script><script type="module" src="with_part.js"></script>`;
const GIVEN = `import { pdfPart } from "./nianbao/pdf.js";
const element = document.querySelector("nianbao-check");
document.querySelector("input").onchange = ({ target }) => {
  if (location.hash === "#part") element.options = { pdf: pdfPart({ wasm: "@embedpdf/pdfium/dist/pdfium.wasm" }) };
  element.file = target.files[0];
};`;

test("a PDF is read where nianbao/pdf is given, and else the element says what is wanted", async () => {
  writeFileSync(join(folder, "with_part.html"), WITH_PART);
  writeFileSync(join(folder, "with_part.js"), GIVEN);
  const files = ["pdf", "docx"].map((kind) => join(root, `tests/fixtures/twins/report.${kind}`));
  const read = async (file: string, hash: string): Promise<string> => {
    const page = await session.open({ address: `${server.address}with_part.html${hash}` });
    await page.setInputFiles("input", { name: "年报", mimeType: "", buffer: readFileSync(file) });
    const words = await page.locator(shown(".verdict")).textContent();
    await page.context().close();
    return words || "";
  };
  assert.match(
    await read(files[0]!, ""),
    /npm install @embedpdf\/pdfium@2\.15\.1.*import { pdf } from "nianbao\/pdf"/,
  );
  assert.equal(await read(files[0]!, "#part"), await read(files[1]!, ""));
});
