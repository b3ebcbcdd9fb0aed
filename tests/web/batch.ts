// Many files given at once, for the tests.
import type { Page } from "playwright-core";
import type { GivenFile } from "./person";

export async function choose(page: Page, files: GivenFile[]): Promise<void> {
  const chosen = files.map(({ name, data }) => ({ name, mimeType: "", buffer: Buffer.from(data) }));
  await page.setInputFiles("#file", chosen);
}

export async function waitForStatus(page: Page, words: string): Promise<void> {
  await page.waitForFunction((w) => document.querySelector("#batch-status")?.textContent === w, words, {
    timeout: 60_000,
    polling: 200,
  });
}

export async function checkAll(page: Page, files: GivenFile[]): Promise<void> {
  await choose(page, files);
  await waitForStatus(page, `${files.length} 份全部核对完。`);
}
