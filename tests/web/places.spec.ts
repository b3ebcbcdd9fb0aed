// Where a finding stands, in the words of the file that it is in.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { root, type Session, start } from "./browser";
import { card, comesToMatch, drop } from "./person";

let session: Session;
before(async () => void (session = await start()));
after(() => session.close());

const twin = (name: string): { name: string; data: Buffer } => ({
  name,
  data: readFileSync(join(root, "tests/fixtures/twins", name)),
});

test("of a workbook it is the sheet and the cell", async () => {
  const page = await session.open();
  await drop(page, twin("report.xlsx"));
  const misstated = card(page, "有一个单元格填错");
  await misstated.waitFor({ timeout: 20000 });
  await misstated.locator(".card-head").click();
  await comesToMatch(() => misstated.textContent(), /（工作表“年报”J41）/);
  await page.context().close();
});

test("of an OFD it is the page", async () => {
  const page = await session.open();
  await drop(page, twin("report.ofd"));
  const total = card(page, "复议诉讼总计不等于四项之和");
  await total.waitFor({ timeout: 20000 });
  await total.locator(".card-head").click();
  await comesToMatch(() => total.textContent(), /（第2页）/);
  await page.context().close();
});
