// <nianbao-check>: the checker as a tag, for the editor page of a content system.
//
//   <script src="nianbao-check.js"></script>
//   <nianbao-check for="editor" show></nianbao-check>
//
// `for`: id of a textarea, input or element whose content is checked by check(); `show`: findings are drawn
// below the tag; `language`: zh or en. Properties: `file`, `html`, `text` (setting one starts a check),
// `previous`, `options`, `result`. `options` are those of check(); with `pdf` among them a file may be a PDF.
// Events, which bubble: "nianbao-result" (detail: the result), "nianbao-error" (detail: the error),
// "nianbao-finding" (detail: the finding that was clicked). No eval, no inline style: a policy of script-src
// 'self' 'wasm-unsafe-eval' will do.
import { check, type Finding, type Input, type Options, type Result } from "./index.js";

const STYLE = `:host{display:block;font:15px/1.6 system-ui,sans-serif;color:#222}:host([hidden]){display:none}
.verdict{font-weight:600;margin:0 0 .5em}ol{list-style:none;margin:0;padding:0}
li{border-left:4px solid #3367a8;margin:0 0 .5em;padding:.2em .8em;background:#f5f7fa}
li.error{border-color:#c62828}li.warning{border-color:#b26a00}p{margin:.15em 0}.advice{color:#555;font-size:.93em}
button{all:unset;cursor:pointer}button:focus-visible{outline:2px solid #1a73e8}`;

const WORDS = {
  zh: { error: "错误", warning: "疑似", notice: "提示" },
  en: { error: "Error", warning: "To verify", notice: "Notice" },
};

export interface NianbaoEvents {
  "nianbao-result": CustomEvent<Result>;
  "nianbao-finding": CustomEvent<Finding>;
  "nianbao-error": CustomEvent<unknown>;
}

declare global {
  interface HTMLElementTagNameMap {
    "nianbao-check": NianbaoCheck;
  }
  interface GlobalEventHandlersEventMap extends NianbaoEvents {}
}

export type { NianbaoCheck };

class NianbaoCheck extends HTMLElement {
  static readonly observedAttributes = ["show", "language"];
  options: Options = {};
  previous: Input | undefined;
  result: Result | null = null;
  private input: Input | null = null;
  private latest = 0;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    (root as ShadowRoot & { adoptedStyleSheets: CSSStyleSheet[] }).adoptedStyleSheets = [sheet];
  }

  attributeChangedCallback(): void {
    this.draw();
  }

  set text(text: string) {
    this.take(text);
  }
  set html(html: string) {
    this.take(html);
  }
  set file(file: Blob) {
    this.options = { name: (file as File).name, ...this.options };
    new Response(file).arrayBuffer().then(
      (bytes) => this.take(bytes),
      (error: unknown) => this.tell("nianbao-error", error),
    );
  }

  // Checks what was given, or what stands in the element that `for` names. The newest check wins.
  async check(): Promise<Result | null> {
    const input = this.fromElement() ?? this.input;
    if (input === null) return null;
    const mine = ++this.latest;
    const language = this.getAttribute("language") === "en" ? "en" : "zh";
    try {
      const result = await check(input, { language, ...this.options, previous: this.previous });
      if (mine !== this.latest) return result;
      this.result = result;
      this.draw();
      this.tell("nianbao-result", result);
      return result;
    } catch (error) {
      if (mine === this.latest) this.tell("nianbao-error", error);
      return null;
    }
  }

  private take(input: Input): void {
    this.input = input;
    void this.check();
  }

  private fromElement(): string | null {
    const id = this.getAttribute("for");
    const element = id ? document.getElementById(id) : null;
    if (!element) return null;
    if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) return element.value;
    return element.innerHTML;
  }

  private tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  private draw(): void {
    const root = this.shadowRoot!;
    while (root.firstChild) root.removeChild(root.firstChild);
    if (!this.result || !this.hasAttribute("show")) return;
    root.appendChild(this.verdict(this.result));
    const list = root.appendChild(document.createElement("ol"));
    for (const finding of this.result.findings) list.appendChild(this.card(finding));
  }

  private get words(): (typeof WORDS)["zh"] {
    return this.getAttribute("language") === "en" ? WORDS.en : WORDS.zh;
  }

  private verdict({ verdict, problems, summary, report }: Result): HTMLElement {
    const { words } = this;
    const count = `${words.error} ${summary.errors} · ${words.warning} ${summary.warnings} · ${words.notice} ${summary.notices}`;
    const box = document.createElement("div");
    box.className = `verdict ${verdict.kind}`;
    box.appendChild(line("p", "verdict-title", verdict.title));
    box.appendChild(line("p", "verdict-next", verdict.next));
    if (report) box.appendChild(line("p", "verdict-counts", count));
    for (const problem of report ? problems : []) box.appendChild(line("p", "problem", problem.message));
    return box;
  }

  private card(finding: Finding): HTMLElement {
    const item = document.createElement("li");
    item.className = finding.severity;
    const button = item.appendChild(document.createElement("button"));
    button.type = "button";
    button.onclick = () => this.tell("nianbao-finding", finding);
    button.appendChild(line("p", "message", `${this.words[finding.severity]}：${finding.message}`));
    button.appendChild(line("p", "advice", finding.advice));
    return item;
  }
}

function line(name: "p", className: string, text: string): HTMLElement {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}

if (!customElements.get("nianbao-check")) customElements.define("nianbao-check", NianbaoCheck);
