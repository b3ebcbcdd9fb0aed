// A PDF in the page: the PDF part is loaded when one comes, from the site and beside the single file.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { root, type Session, singleFile, start } from "./browser";
import { drop, titles, verdict } from "./person";

let session: Session;
before(async () => void (session = await start()));
after(() => session.close());

const twin = (name: string) => ({ name, data: readFileSync(join(root, "tests/fixtures/twins", name)) });

for (const [where, options] of [
  ["on a site", {}],
  ["from a double click", { address: singleFile }],
] as const)
  test(`a PDF gives what its Word file gives, ${where}`, async () => {
    const page = await session.open(options);
    await drop(page, twin("report.docx"));
    await page.waitForSelector(".card");
    const fromWord = [await verdict(page), await titles(page)];
    const other = await session.open(options);
    await drop(other, twin("report.pdf"));
    await other.waitForSelector(".card", { timeout: 20000 });
    assert.deepEqual([await verdict(other), await titles(other)], fromWord);
    await page.context().close();
    await other.context().close();
  });
