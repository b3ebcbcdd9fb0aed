// Pages that are pictures: the offer to read them, waiting for it, and their numbers beside what stands on
// the paper.
import type { App } from "../app";
import type { NumberRow } from "../ocr/pictures";
import { t } from "../strings";
import { clear, h } from "./dom";

export function pictureOffer(app: App): HTMLElement {
  const box = h("section", { class: "notice-bar", id: "ocr", role: "status" });
  const button = (id: string, label: string, act: () => void): HTMLElement =>
    h("button", { type: "button", class: "button small", id, onclick: act }, label);
  const draw = (): void => {
    const { pictures, session, checker } = app;
    const { progress, failure } = pictures;
    const offered = pictures.offered(session.source, checker.result);
    box.hidden = !progress && !offered;
    if (box.hidden) return clear(box);
    const begin = (): void => void pictures.read(session.source!);
    if (progress) {
      const share = Math.round(100 * progress.share);
      const left = progress.left === null ? "" : t("ocrLeft", Math.ceil(progress.left));
      const words = t("ocrReading", progress.page, progress.pages, share) + left;
      return clear(
        box,
        h("span", {}, words),
        button("ocr-cancel", t("cancel"), () => pictures.cancel()),
      );
    }
    clear(
      box,
      h("span", {}, t(failure || "ocrOffer")),
      button("ocr-read", failure ? t("tryAgain") : t("ocrRead"), begin),
    );
  };
  for (const topic of ["pictures", "result", "source"] as const) app.on(topic, draw);
  draw();
  return box;
}

function cutout({ width, height, grey }: NumberRow): HTMLCanvasElement {
  const canvas = h("canvas", { width, height, class: "cutout", "aria-hidden": "true" });
  const context = canvas.getContext("2d")!;
  const image = context.createImageData(width, height);
  for (let i = 0; i < grey.length; i++) image.data.set([grey[i]!, grey[i]!, grey[i]!, 255], 4 * i);
  context.putImageData(image, 0, 0);
  return canvas;
}

class NumberLine {
  readonly element: HTMLElement;
  private readonly input: HTMLInputElement;
  private readonly label: HTMLElement;
  private readonly state = h("span", { class: "hint" });

  constructor(
    private readonly app: App,
    readonly row: NumberRow,
    show: (id: string) => void,
    private readonly next: () => void,
  ) {
    this.input = h("input", {
      type: "text",
      inputmode: "decimal",
      value: row.text,
      placeholder: row.text ? "" : t("ocrNotRead"),
    });
    this.label = h("span", { class: "cell-name" });
    const confirm = (): void => this.confirm();
    this.input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      confirm();
    });
    this.input.addEventListener("focus", () => {
      this.input.select();
      if (row.cell) show(row.cell);
    });
    const button = h("button", { type: "button", class: "button small", onclick: confirm }, t("ocrConfirm"));
    this.element = h(
      "li",
      { class: "picture-number" },
      cutout(row),
      this.input,
      button,
      this.label,
      this.state,
    );
    this.draw();
  }

  draw(): void {
    const { labels } = this.app.checker;
    const { row } = this;
    const name = row.cell && labels ? labels.cellName(row.cell) : t("ocrPlace", row.page + 1);
    this.label.textContent = name;
    this.input.setAttribute("aria-label", name);
    this.element.dataset.said = row.said === null ? "no" : "yes";
    this.state.textContent = row.said === null ? "" : t("ocrConfirmed");
  }

  focus(): void {
    this.input.focus();
  }

  private confirm(): void {
    this.row.said = this.input.value.trim();
    void this.app.pictures.confirm([this.row]);
    this.next();
  }
}

// One key for each: Enter says that it is so, and goes on to the next.
export function pictureNumbers(app: App, show: (id: string) => void): HTMLElement {
  const title = h("h3", {});
  const list = h("ol", { class: "picture-list" });
  const only = h("input", { type: "checkbox", id: "ocr-only" });
  const onlyLabel = h("span", {});
  const rest = h("button", { type: "button", class: "button small", id: "ocr-rest" });
  const box = h(
    "section",
    { class: "pictures", "aria-label": t("ocrLabel") },
    title,
    h("p", { class: "hint" }, t("ocrHow")),
    h("p", { class: "picture-tools" }, rest, h("label", {}, only, onlyLabel)),
    list,
  );
  let shown: readonly NumberRow[] = [];
  let lines: NumberLine[] = [];
  const open = (line: NumberLine): boolean => line.row.said === null && !line.element.hidden;
  const goOn = (from: number): void => {
    const next = lines.slice(from + 1).find(open) || lines.find(open);
    if (next) next.focus();
  };
  const draw = (): void => {
    const { rows } = app.pictures;
    box.hidden = rows.length === 0;
    if (rows !== shown) {
      shown = rows;
      lines = rows.map((row, i) => new NumberLine(app, row, show, () => goOn(i)));
      clear(list, ...lines.map((line) => line.element));
    }
    const unread = rows.filter((row) => !row.text);
    const left = rows.filter((row) => row.said === null && row.text);
    for (const line of lines) {
      line.draw();
      line.element.hidden = only.checked && !!line.row.text;
    }
    title.textContent = t("ocrTitle", rows.length, rows.filter((row) => row.said !== null).length);
    onlyLabel.textContent = t("ocrOnlyUnread", unread.length);
    rest.textContent = t("ocrRest", left.length);
    rest.hidden = left.length === 0;
  };
  only.addEventListener("change", draw);
  rest.addEventListener("click", () => {
    const left = app.pictures.rows.filter((row) => row.said === null && row.text);
    for (const row of left) row.said = row.text;
    void app.pictures.confirm(left);
  });
  app.on("pictures", draw);
  app.on("result", draw);
  draw();
  return box;
}
