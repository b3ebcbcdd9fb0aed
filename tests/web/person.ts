// What a person does with the page, for the tests. The page answers in its own time (a worker checks, the
// document is drawn in a later frame): after an action tests wait for what they want to see instead of
// looking once.
import assert from "node:assert/strict";
import type { Page } from "playwright-core";

const PATIENCE = 10_000; // ms

// Looks until the assertion about what is seen holds; its own error tells what was seen last.
async function eventually<T>(look: () => Promise<T>, check: (seen: T) => void): Promise<void> {
  for (const end = Date.now() + PATIENCE; ;) {
    try {
      return check(await look());
    } catch (error) {
      if (!(error instanceof assert.AssertionError) || Date.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
export const becomes = <T>(look: () => Promise<T>, wanted: T): Promise<void> =>
  eventually(look, (seen) => assert.deepEqual(seen, wanted));
export const comesToMatch = (look: () => Promise<string | null>, wanted: RegExp): Promise<void> =>
  eventually(look, (seen) => assert.match(seen || "", wanted));

export interface GivenFile {
  name: string;
  data: string | Buffer;
}

// The page stands, and listens.
export const begun = (page: Page): Promise<unknown> =>
  page.waitForSelector("#app[data-phase], .too-old", { state: "attached" });

export async function drop(page: Page, { name, data }: GivenFile): Promise<void> {
  await begun(page);
  const base64 = Buffer.from(data).toString("base64");
  await page.evaluate(
    ([fileName, text]) => {
      const bytes = Uint8Array.from(atob(text!), (c) => c.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], fileName!));
      for (const type of ["dragover", "drop"])
        document.body.dispatchEvent(
          new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }),
        );
    },
    [name, base64],
  );
  await page.waitForSelector(".verdict-title");
}

// As the browser does it: both kinds on the clipboard; text goes into a field when nobody else took it.
export async function paste(
  page: Page,
  target: string,
  contents: { text: string; html?: string },
): Promise<void> {
  await begun(page);
  await page.evaluate(
    ([selector, text, html]) => {
      const transfer = new DataTransfer();
      transfer.setData("text/plain", text!);
      if (html) transfer.setData("text/html", html);
      const element = document.querySelector<HTMLElement>(selector!)!;
      element.focus();
      const event = new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true });
      if (element.dispatchEvent(event) && element instanceof HTMLTextAreaElement) {
        element.setRangeText(text!, element.selectionStart, element.selectionEnd, "end");
        element.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste", bubbles: true }));
      }
    },
    [target, contents.text, contents.html || ""],
  );
}

export const verdict = async (page: Page): Promise<string> => (await page.textContent(".verdict-title"))!;

export async function waitForVerdict(page: Page, words: string): Promise<void> {
  await page.waitForFunction(
    (w) => document.querySelector(".verdict-title")?.textContent?.includes(w),
    words,
  );
}

// Titles of the findings shown, in their order.
export const titles = (page: Page): Promise<string[]> =>
  page.locator(".card:not(.dismissed) .card-title").allTextContents();

export const card = (page: Page, title: string) => page.locator(".card").filter({ hasText: title });

// Changes a cell of the document by its id in the form.
export async function fill(page: Page, cell: string, text: string): Promise<void> {
  await page.dblclick(`td[data-cell="${cell}"]`);
  await page.fill("input.editor", text);
  await page.keyboard.press("Enter");
}

export const focusedCell = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute("data-cell") ?? null);

// Waits for an answer that takes a promise to give, which waitForFunction() takes for true at once.
export async function until(page: Page, holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end;) {
    if (await page.evaluate(holds)) return;
    await page.waitForTimeout(50);
  }
  throw new Error(`not within 30 seconds: ${String(holds)}`);
}

// Everything is kept for use without a network: the page's own files by the service worker, then the PDF
// part.
export const kept = (page: Page): Promise<void> =>
  until(page, async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    if (registration?.active?.state !== "activated" || !navigator.serviceWorker.controller) return false;
    const names = await caches.keys();
    const held = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return held.flat().filter(({ url }) => /\/pdf\./.test(url)).length === 2;
  });
