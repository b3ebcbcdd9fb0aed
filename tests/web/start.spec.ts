// The page starts, from a server and from a file, and answers a paste.
import { after, before, test } from "node:test";
import { type Session, singleFile, start } from "./browser";
import { becomes } from "./person";

let session: Session;
before(async () => void (session = await start()));
after(() => session.close());

for (const [place, address] of [
  ["a server", undefined],
  ["a file", singleFile],
] as const) {
  test(`text that is no report gets an answer, page from ${place}`, async () => {
    const page = await session.open({ address });
    await page.fill("#text", "今天天气很好。");
    await becomes(() => page.textContent(".verdict-title"), "没有认出政府信息公开年报");
    await page.context().close();
  });
}
