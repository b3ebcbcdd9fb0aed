// Every state that a check can end in: its heading, what can be done, and that every eye can use it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { assertAccessible, overflow } from "./axe";
import { choose } from "./batch";
import { type Session, start } from "./browser";
import { reportOf, reports } from "./many";
import { becomes, comesToMatch, drop, type GivenFile, verdict } from "./person";
import { docxOf, faultyHtml, soundHtml, textOf, zip } from "./report";

let session: Session;
before(async () => void (session = await start()));
after(() => session.close());

// One page that holds a picture and nothing else.
function scannedPdf(): Buffer {
  const drawing = "q 595 0 0 842 0 0 cm /I Do Q";
  const picture =
    "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8";
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>",
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    `${picture} /Length 1 >>\nstream\nA\nendstream`,
  ];
  let text = "%PDF-1.4\n";
  const offsets = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join("")}`;
  return Buffer.from(
    `${text}${table}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
    "latin1",
  );
}

const docx = docxOf(soundHtml);
const text = textOf(soundHtml);
const tables = soundHtml.replace(/<(title|h1|h2|p)\b[^>]*>[^]*?<\/\1>/g, "");
const encrypted = zip({
  mimetype: "application/vnd.oasis.opendocument.text",
  "META-INF/manifest.xml": "<manifest:encryption-data/>",
  "content.xml": "x",
});

// What is given, the tone of the verdict and its heading.
const STATES: readonly [what: string, file: GivenFile, tone: string, title: RegExp][] = [
  ["no findings", { name: "年报.docx", data: docx }, "ok", /^未发现问题$/],
  ["findings", { name: "年报.html", data: faultyHtml }, "error", /^有\d处错误须改正$/],
  ["cut input", { name: "年报.txt", data: text.slice(0, text.indexOf("（七）总计")) }, "partial", /./],
  ["tables only", { name: "表.html", data: tables }, "partial", /./],
  ["encrypted", { name: "年报.odt", data: encrypted }, "none", /加密|密码/],
  ["damaged", { name: "年报.docx", data: docx.subarray(0, docx.length / 2) }, "none", /损坏|打不开/],
  ["a scan", { name: "年报.pdf", data: scannedPdf() }, "none", /没有文字/],
  ["empty", { name: "年报.docx", data: "" }, "none", /空/],
  [
    "another document",
    { name: "通知.txt", data: "关于召开会议的通知\n请各科室准时参加。\n" },
    "none",
    /年报/,
  ],
];

const LOOKS = [
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["forced colours", { forcedColors: "active" }],
] as const;

async function usable(page: Page): Promise<void> {
  await assertAccessible(page);
  assert.equal(await overflow(page), 0);
}

for (const [look, media] of LOOKS) {
  test(`every state: heading, axe and width, ${look}`, async () => {
    const page = await session.open({ viewport: { width: 1024, height: 768 } });
    await page.emulateMedia(media);
    await usable(page);
    for (const [what, file, tone, title] of STATES) {
      await drop(page, file);
      await becomes(() => page.textContent(".source-name strong"), file.name);
      await comesToMatch(() => verdict(page), title);
      await becomes(() => page.getAttribute(".verdict", "data-tone"), tone);
      await usable(page).catch((error: Error) => assert.fail(`${what}: ${error.message}`));
    }
    await page.context().close();
  });

  test(`a list, two years and two drafts: axe, ${look}`, async () => {
    const page = await session.open({ viewport: { width: 1024, height: 768 } });
    await page.emulateMedia(media);
    await choose(page, reports(3));
    await page.waitForSelector("text=3 份全部核对完。");
    await usable(page);
    await page.click("#batch-close");
    await choose(page, [reportOf(0), reportOf(0, 2023)]);
    await page.click("#tab-years");
    await page.waitForSelector(".years-table tbody tr");
    await page.click(".years-beside summary");
    await page.waitForSelector(".years-beside table");
    await usable(page);
    await page.click("#close");
    await choose(page, [
      { name: "稿一.html", data: soundHtml },
      { name: "稿二.html", data: faultyHtml },
    ]);
    await page.waitForSelector("text=同一年度的两稿");
    await usable(page);
    await page.click("text=核对“稿二.html”，并与另一稿对照");
    await page.waitForSelector(".beside");
    await usable(page);
    await page.context().close();
  });
}

test("what cannot be read leaves no empty sheet, and says what to do", async () => {
  const page = await session.open();
  for (const name of ["encrypted", "damaged", "a scan", "empty"]) {
    const [, file] = STATES.find(([what]) => what === name)!;
    await drop(page, file);
    await becomes(() => page.textContent(".source-name strong"), file.name);
    await becomes(() => page.getAttribute("#app", "data-readable"), "no");
    await becomes(() => page.locator("#document").isVisible(), false);
    await becomes(() => page.locator(".instead").textContent(), "换一份粘贴全文");
    assert.ok(await page.locator(".instead").isVisible());
  }
  await page.context().close();
});
