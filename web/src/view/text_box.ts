// The box that takes pasted text and stays editable; checking follows typing. Long texts are edited in parts.
import type { App } from "../app";
import { fromClipboard, fromText } from "../source";
import { t } from "../strings";
import { h } from "./dom";
import { TextChunks } from "./text_chunks";

const WAIT = 200; // ms after the last key
const WAIT_LONG = 800;
const LONG = 60_000; // characters; the longest real reports have a quarter of that

const hasTable = (html: string): boolean => /<table[\s>]/i.test(html);

class TextBox {
  readonly box = h("textarea", {
    id: "text",
    class: "text-box",
    placeholder: t("pastePlaceholder"),
    spellcheck: "false",
    autocomplete: "off",
    "aria-label": t("pasteLabel"),
  });
  readonly parts = new TextChunks(() => this.later(WAIT_LONG));
  readonly element = h("div", { class: "text-pane" }, this.box, this.parts.element);
  private timer = 0;
  private known = ""; // what the box and the source have in common
  private long = false;

  constructor(private readonly app: App) {
    this.box.addEventListener("input", (event) => this.input(event as InputEvent));
    this.box.addEventListener("paste", (event) => this.paste(event));
    app.on("source", () => this.refresh());
    app.on("result", () => this.refresh());
    app.on("pane", () => this.refresh());
    this.refresh();
  }

  private later(wait: number): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.take(), wait);
  }

  private take(): void {
    this.known = this.long ? this.parts.get() : this.box.value;
    const first = !this.app.session.source;
    this.app.type(fromText(this.known));
    if (first) this.app.selection.showPane("text");
  }

  private input(event: InputEvent): void {
    clearTimeout(this.timer);
    if (event.inputType !== "insertFromPaste" || this.app.session.source) return this.later(WAIT);
    this.known = this.box.value;
    this.app.open(fromText(this.known));
  }

  // Tables and files become the source; so does a text that the box could not bear.
  private paste(event: ClipboardEvent): void {
    const data = event.clipboardData;
    if (!data) return;
    const text = data.getData("text/plain");
    const others = data.files.length > 0 || hasTable(data.getData("text/html"));
    if (!others && text.length + this.box.textLength <= LONG) return;
    event.preventDefault();
    if (!others) return this.pasteLong(text);
    void fromClipboard(data).then((source) => this.app.take(source || fromText(text)));
  }

  private pasteLong(text: string): void {
    const { value, selectionStart, selectionEnd } = this.box;
    const whole = value.slice(0, selectionStart) + text + value.slice(selectionEnd);
    if (this.app.session.source) this.app.type(fromText(whole));
    else this.app.open(fromText(whole));
  }

  // The box shows what was given as text, also when checking it failed, and otherwise what the document says;
  // unless it says it already.
  private refresh(): void {
    const { app } = this;
    if (!app.session.source) return this.set("");
    if (app.selection.pane !== "text") return;
    const typed = app.session.source.kind === "text" && !app.session.history.current.length;
    if (typed) this.set(app.session.source.bytes as string);
    else if (app.checker.result && app.checker.checked!.source === app.session.source)
      this.set(app.checker.result.text);
  }

  private set(text: string): void {
    if (text === this.known) return;
    this.known = text;
    this.long = text.length > LONG;
    this.box.value = this.long ? "" : text;
    this.parts.set(this.long ? text : "");
    this.box.hidden = this.long;
    this.parts.element.hidden = !this.long;
  }
}

export function textBox(app: App): HTMLElement {
  return new TextBox(app).element;
}
