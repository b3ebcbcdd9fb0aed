// Changing a cell or a paragraph in place. The file stays as it is; the change is one entry in the list of
// changes.
import type { App } from "../app";
import { t } from "../strings";
import type { Target } from "../trial";
import { h } from "./dom";

// Text of a place without what the page added to it.
function plainText(host: HTMLElement): string {
  const copy = host.cloneNode(true) as HTMLElement;
  copy.querySelectorAll(".badge, .caret, .proposal").forEach((e) => e.remove());
  return copy.textContent || "";
}

// Which character of a paragraph is under the pointer; undefined when it is none.
export function offsetAt(host: HTMLElement, { clientX, clientY }: MouseEvent): number | undefined {
  const caret = document.caretRangeFromPoint(clientX, clientY);
  if (!caret || !host.contains(caret.startContainer)) return undefined;
  const before = document.createRange();
  before.setStart(host, 0);
  before.setEnd(caret.startContainer, caret.startOffset);
  const holder = document.createElement("div");
  holder.appendChild(before.cloneContents());
  return plainText(holder).length;
}

export interface Opening {
  typed: string | undefined; // the first key, which replaces what was there
  at: number | undefined; // where the caret goes; otherwise everything is selected
}

export function openEditor(
  app: App,
  host: HTMLElement,
  target: Target,
  { typed, at }: Opening,
  move: (by: number) => void,
): void {
  const paragraph = target.kind === "block";
  const before = plainText(host);
  const nodes = Array.from(host.childNodes);
  const field = h(paragraph ? "textarea" : "input", {
    class: "editor",
    "aria-label": t("editLabel"),
    spellcheck: "false",
  });
  let open = true;
  const close = (): void => {
    open = false;
    host.classList.remove("editing");
    field.remove();
    nodes.forEach((node) => host.appendChild(node));
  };
  const finish = (keep: boolean, by = 0): void => {
    if (!open) return;
    const text = field.value.replace(/[\t\r\n\v]+/g, " ");
    close();
    move(by);
    if (keep && text.trim() !== before.trim()) app.trial.edit([{ target, text: text.trim() }]);
  };
  field.addEventListener("keydown", (event) => {
    const key = (event as KeyboardEvent).key;
    event.stopPropagation();
    if (key === "Escape") finish(false);
    else if (key === "Enter" && !(event as KeyboardEvent).isComposing) finish(true);
    else if (key === "Tab" && !paragraph) finish(true, (event as KeyboardEvent).shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  });
  field.addEventListener("blur", () => finish(true));
  if (!paragraph) field.style.width = `${Math.max(44, host.clientWidth - 8)}px`;
  else field.style.height = `${host.offsetHeight + 16}px`;
  nodes.forEach((node) => node.remove());
  host.classList.add("editing");
  host.appendChild(field);
  field.value = typed === undefined ? before.trim() : typed;
  field.focus();
  const lead = before.length - before.replace(/^\s+/, "").length; // the field holds the text without its margins
  if (at !== undefined) field.setSelectionRange(at - lead, at - lead);
  else if (typed === undefined) field.select();
}
