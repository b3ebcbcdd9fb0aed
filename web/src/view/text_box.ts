// The box that takes pasted text and stays editable; checking follows typing.
import type { App } from "../app";
import { fromClipboard, fromText } from "../source";
import { t } from "../strings";
import { h } from "./dom";

const WAIT = 200; // ms after the last key
const WAIT_LONG = 600; // for texts far longer than any report
const LONG = 500_000;

export function textBox(app: App): HTMLElement {
  let timer = 0;
  let known = ""; // what the box and the source have in common
  const box = h("textarea", {
    id: "text",
    class: "text-box",
    placeholder: t("pastePlaceholder"),
    spellcheck: "false",
    autocomplete: "off",
    "aria-label": t("pasteLabel"),
  });
  const take = (): void => {
    known = box.value;
    const source = fromText(known);
    if (!app.source) app.showPane("text");
    app.type(source);
  };
  box.addEventListener("input", (event) => {
    clearTimeout(timer);
    const pasted = (event as InputEvent).inputType === "insertFromPaste" && !app.source;
    if (pasted) {
      known = box.value;
      app.open(fromText(known));
    } else timer = window.setTimeout(take, box.textLength > LONG ? WAIT_LONG : WAIT);
  });
  box.addEventListener("paste", (event) => {
    const data = event.clipboardData;
    if (!data || !(data.files.length || /<table[\s>]/i.test(data.getData("text/html")))) return;
    event.preventDefault();
    void fromClipboard(data).then((source) => source && app.open(source));
  });
  // What the document says, unless it came from this box.
  const refresh = (): void => {
    if (!app.source) known = box.value = "";
    if (app.pane !== "text" || !app.result) return;
    const text =
      app.source === app.resultSource && app.source && app.source.kind === "text" && !app.history.current.length
        ? (app.source.bytes as string)
        : app.result.text;
    if (text !== known && document.activeElement !== box) known = box.value = text;
  };
  app.on("source", refresh);
  app.on("result", refresh);
  app.on("pane", refresh);
  refresh();
  return box;
}
