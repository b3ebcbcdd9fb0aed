// A text far longer than any report, in parts that are edited one at a time. One box of five megabytes would
// take seconds for every key.
import { t } from "../strings";
import { h } from "./dom";
import { VirtualColumn } from "./virtual";

const PART = 3000; // characters; cut at the next line end
const LONGEST_PART = 8000; // cut in any case
const LINE = 28;
const LINE_CHARACTERS = 50;

// Parts whose concatenation is the text.
function cut(text: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length;) {
    const line = text.indexOf("\n", at + PART);
    const end = line < 0 || line - at > LONGEST_PART ? at + LONGEST_PART : line + 1;
    parts.push(text.slice(at, end));
    at = end;
  }
  return parts;
}

function heightOf(part: string): number {
  let lines = 0;
  for (let at = 0; at >= 0 && at < part.length; lines++) {
    const end = part.indexOf("\n", at);
    lines += Math.floor(((end < 0 ? part.length : end) - at) / LINE_CHARACTERS);
    at = end < 0 ? -1 : end + 1;
  }
  return Math.max(1, lines) * LINE;
}

export class TextChunks {
  readonly element = h("div", {
    class: "text-chunks",
    hidden: true,
    role: "group",
    "aria-label": t("pasteLabel"),
  });
  private parts: string[] = [];
  private readonly column: VirtualColumn;

  constructor(private readonly changed: () => void) {
    const column = h("div", {});
    this.element.append(h("p", { class: "hint" }, t("longText")), column);
    this.column = new VirtualColumn(column, this.element, {
      fill: (element, index) => this.fill(element, index),
    });
  }

  set(text: string): void {
    this.parts = cut(text);
    this.column.show(this.parts.map(heightOf));
  }
  get(): string {
    return this.parts.join("");
  }
  get focused(): boolean {
    return this.element.contains(document.activeElement);
  }

  private fill(element: HTMLElement, index: number): void {
    const part = this.parts[index]!;
    const ending = part.endsWith("\n") ? "\n" : "";
    const box = h("textarea", {
      class: "text-part",
      spellcheck: "false",
      "aria-label": t("textPart", index + 1),
    });
    box.value = ending ? part.slice(0, -1) : part;
    const fit = (): void => {
      box.style.height = "0";
      box.style.height = `${box.scrollHeight}px`;
    };
    box.addEventListener("input", () => {
      this.parts[index] = box.value + ending;
      fit();
      this.changed();
    });
    element.appendChild(box);
    fit();
  }
}
