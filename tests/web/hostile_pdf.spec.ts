// PDFs made to exhaust the page: each is answered as over the limit, and the next one is read.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { deflateSync } from "node:zlib";
import type { Page } from "playwright-core";
import { root, type Session, start } from "./browser";
import { drop, verdict } from "./person";

let session: Session;
before(async () => void (session = await start()));
after(() => session.close());

// A file of these objects, the first of which is the catalogue.
function pdf(objects: Buffer[]): Buffer {
  const parts = [Buffer.from("%PDF-1.5\n")];
  const offsets: number[] = [];
  let size = parts[0]!.length;
  const add = (part: Buffer<ArrayBuffer>): void => {
    parts.push(part);
    size += part.length;
  };
  objects.forEach((object, i) => {
    offsets.push(size);
    add(Buffer.concat([Buffer.from(`${i + 1} 0 obj`), object, Buffer.from("\nendobj\n")]));
  });
  const xref = size;
  const rows = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  const count = objects.length + 1;
  add(Buffer.from(`xref\n0 ${count}\n0000000000 65535 f \n${rows}trailer<</Size ${count}/Root 1 0 R>>\n`));
  add(Buffer.from(`startxref\n${xref}\n%%EOF`));
  return Buffer.concat(parts);
}

const dictionary = (text: string): Buffer => Buffer.from(`<<${text}>>`);
const stream = (data: Buffer, entries = ""): Buffer =>
  Buffer.concat([
    Buffer.from(`<<${entries}/Length ${data.length}>>stream\n`),
    data,
    Buffer.from("\nendstream"),
  ]);
const page = (contents: number, resources = ""): Buffer =>
  dictionary(
    `/Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${contents} 0 R/Resources<<${resources}>>`,
  );
const catalogue = [dictionary("/Type/Catalog/Pages 2 0 R"), dictionary("/Type/Pages/Kids[3 0 R]/Count 1")];

// 60 MB of lines in a few hundred bytes.
function deflatedThrice(): Buffer {
  const once = deflateSync(Buffer.alloc(60 << 20, "0 0 m 9 9 l S\n"), { level: 9 });
  const data = deflateSync(deflateSync(once, { level: 9 }), { level: 9 });
  return pdf([...catalogue, page(4), stream(data, "/Filter[/FlateDecode/FlateDecode/FlateDecode]")]);
}

// Every form draws the next one twelve times.
function formsInForms(): Buffer {
  const calls = Buffer.from("/X Do ".repeat(12));
  const levels = 8;
  const form = (k: number): Buffer =>
    stream(calls, `/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X ${k + 1} 0 R>>>>`);
  const forms = Array.from({ length: levels }, (_, i) => form(5 + i));
  const last = stream(Buffer.from("0 0 m 9 9 l S"), "/Type/XObject/Subtype/Form/BBox[0 0 9 9]");
  return pdf([...catalogue, page(4, "/XObject<</X 5 0 R>>"), stream(calls), ...forms, last]);
}

// A thousand pages, each with 200,000 characters.
function muchText(): Buffer {
  const line = "BT /F 9 Tf 1 0 0 1 9 9 Tm (12345678901234567890) Tj ET\n";
  const pages = 1000;
  const kids = Array.from({ length: pages }, (_, i) => `${i + 4} 0 R`).join(" ");
  const font = "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>";
  return pdf([
    catalogue[0]!,
    dictionary(`/Type/Pages/Kids[${kids}]/Count ${pages}`),
    stream(deflateSync(Buffer.from(line.repeat(10_000)), { level: 9 }), "/Filter/FlateDecode"),
    ...Array.from({ length: pages }, () => page(3, font)),
  ]);
}

const give = (tab: Page, data: Buffer): Promise<void> =>
  tab.setInputFiles("#file", { name: "a.pdf", mimeType: "application/pdf", buffer: data });

for (const [what, make] of [
  ["deflated thrice", deflatedThrice],
  ["forms in forms", formsInForms],
  ["much text", muchText],
] as const)
  test(`a PDF that would exhaust the page is over the limit: ${what}`, async () => {
    const tab = await session.open();
    const data = make();
    assert.ok(data.length < 300_000, `${data.length} bytes`);
    await give(tab, data);
    await tab.waitForSelector(".verdict-title", { timeout: 60_000 });
    assert.equal(await verdict(tab), "文件超出处理上限");
    await drop(tab, {
      name: "report.pdf",
      data: readFileSync(join(root, "tests/fixtures/twins/report.pdf")),
    });
    await tab.waitForSelector(".source-bar:has-text('report.pdf')", { timeout: 20_000 });
    await tab.waitForSelector(".card");
    await tab.context().close();
  });

test("a PDF that takes long can be cancelled, and the next one is read", async () => {
  const tab = await session.open();
  await give(tab, muchText());
  await tab.click("#cancel");
  await tab.waitForSelector("text=已取消核对。");
  await drop(tab, { name: "report.pdf", data: readFileSync(join(root, "tests/fixtures/twins/report.pdf")) });
  await tab.waitForSelector(".card");
  await tab.context().close();
});
