// Files may be dropped anywhere. With a report on the page, a second half takes last year's.
import type { App } from "../app";
import { fromDrop, fromList } from "../batch/given";
import { fromClipboard, fromFile, fromText } from "../source";
import { t } from "../strings";
import { h } from "./dom";

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

export async function openFiles(app: App, files: FileList | null): Promise<void> {
  const chosen = Array.from(files || []);
  await new Promise((later) => setTimeout(later)); // the browser is busy enough with a thousand of them
  if (chosen.length) await app.desk.take(fromList(chosen));
}

async function openDropped(app: App, data: DataTransfer, previous: boolean): Promise<void> {
  const file = data.files[0];
  if (file && previous) return app.takePrevious(await fromFile(file));
  if (file) return app.desk.take(await fromDrop(data));
  const text = data.getData("text/plain");
  const source = (await fromClipboard(data)) ?? (text ? fromText(text) : null);
  if (!source) return;
  if (previous) await app.takePrevious(source);
  else await app.take(source);
}

function pasteAnywhere(app: App, event: ClipboardEvent): void {
  const data = event.clipboardData;
  if (!data || isTyping(event.target)) return;
  const text = data.getData("text/plain");
  void fromClipboard(data).then((source) => {
    if (source) void app.take(source);
    else if (text.trim()) app.open(fromText(text));
  });
}

export function dropOverlay(app: App): HTMLElement {
  const now = h("div", { class: "drop-now" }, t("dropHere"));
  const before = h("div", { class: "drop-before" }, t("dropPrevious"));
  const overlay = h("div", { class: "drop-overlay", hidden: true, "aria-hidden": "true" }, now, before);
  const hide = (): void => {
    overlay.hidden = true;
  };
  document.ondragover = (event) => {
    event.preventDefault();
    overlay.hidden = false;
    const { result } = app.checker;
    before.hidden = !result || !result.report;
    now.textContent = t(app.desk.view === "list" ? "dropAdd" : "dropHere");
  };
  document.ondragleave = (event) => {
    if (!event.relatedTarget) hide();
  };
  document.ondrop = (event) => {
    event.preventDefault();
    hide();
    const previous = before.contains(event.target as Node);
    if (event.dataTransfer) void openDropped(app, event.dataTransfer, previous);
  };
  document.onpaste = (event) => pasteAnywhere(app, event);
  return overlay;
}
