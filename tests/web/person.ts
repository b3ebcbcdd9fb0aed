// What a person does with the page, for the tests.
import type { Page } from "playwright-core";

export interface GivenFile {
  name: string;
  data: string | Buffer;
}

export async function drop(page: Page, { name, data }: GivenFile): Promise<void> {
  const base64 = Buffer.from(data).toString("base64");
  await page.evaluate(
    ([fileName, text]) => {
      const bytes = Uint8Array.from(atob(text!), (c) => c.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], fileName!));
      for (const type of ["dragover", "drop"])
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
    },
    [name, base64],
  );
  await page.waitForSelector(".verdict-title");
}

// As the browser does it: both kinds on the clipboard; text goes into a field when nobody else took it.
export async function paste(page: Page, target: string, contents: { text: string; html?: string }): Promise<void> {
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
  await page.waitForFunction((w) => document.querySelector(".verdict-title")?.textContent?.includes(w), words);
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
