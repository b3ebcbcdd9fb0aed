// A browser for a test file, and tests that each walk one fresh page of it.
import { after, before, test } from "node:test";
import type { BrowserContextOptions, Page } from "playwright-core";
import { type Session, start } from "./browser";

type Walk = (page: Page) => Promise<void>;

export function paths(): (name: string, walk: Walk, options?: BrowserContextOptions) => void {
  let session: Session;
  before(async () => void (session = await start()));
  after(() => session.close());
  return (name, walk, options) =>
    void test(name, async () => {
      const page = await session.open(options);
      await walk(page);
      await page.context().close();
    });
}
