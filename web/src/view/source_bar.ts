// What is being checked, last year's report beside it, and the way to the next file.
import type { App } from "../app";
import { fromFile } from "../source";
import { type MessageKey, t } from "../strings";
import { clear, h } from "./dom";
import { openFiles } from "./drop";
import { icon } from "./icons";
import { FILE_TYPES } from "./start";

const ENCODINGS = ["UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE"];
const TEXT_FORMATS = ["txt", "md", "html", "mht"]; // whose encoding may be mistaken

function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1 << 20 ? `${(bytes / 1024).toFixed(0)} KB` : `${(bytes / (1 << 20)).toFixed(1)} MB`;
}

export function picker(
  id: string,
  label: string,
  use: (files: FileList | null) => Promise<void>,
): HTMLElement {
  const input = h("input", {
    type: "file",
    id,
    accept: FILE_TYPES,
    class: "visually-hidden",
    onchange: () => void use(input.files).then(() => (input.value = "")),
  });
  return h("label", { class: "button small" }, input, label);
}

function encodingChoice(app: App): HTMLElement | null {
  const { result } = app.checker;
  const { source } = app.session;
  if (!result || !source || source.kind !== "file" || TEXT_FORMATS.indexOf(result.source.format || "") < 0)
    return null;
  if (!app.session.encoding && result.source.encoding === "UTF-8") return null; // no other text is valid UTF-8 by chance
  const select = h("select", {
    id: "encoding",
    "aria-label": t("encoding"),
    title: t("encoding"),
    onchange: () => app.session.setEncoding(select.value),
  });
  select.appendChild(h("option", { value: "" }, t("encodingAuto", result.source.encoding || "")));
  for (const name of ENCODINGS)
    select.appendChild(h("option", { value: name, selected: app.session.encoding === name }, name));
  return select;
}

function facts(app: App): string {
  const { result } = app.checker;
  if (!result) return "";
  const parts: string[] = [];
  const named = new RegExp(`\\.${result.source.format || ""}$`, "i").test(result.source.name);
  if (result.source.format && !named)
    parts.push(
      app.session.source!.kind === "text" || result.source.format === "txt"
        ? t("plainText")
        : result.source.format,
    );
  parts.push(size(result.source.bytes));
  if (result.report) {
    if (result.report.agency) parts.push(result.report.agency);
    if (result.report.year) parts.push(t("reportYear", result.report.year));
    parts.push(t("formOf", result.report.form));
  }
  return parts.join(" · ");
}

function previousPart(app: App): HTMLElement {
  if (!app.session.previous)
    return picker("previous-file", t("addPrevious"), async (files) => {
      if (files && files[0]) await app.takePrevious(await fromFile(files[0]));
    });
  const name = app.session.previous.name || t("pastedName");
  const became = app.checker.result && app.checker.result.lastYear;
  const wrong = !!became && became.state !== "compared";
  return h(
    "span",
    { class: `previous${wrong ? " wrong" : ""}`, role: wrong ? "alert" : null },
    h("span", { class: "previous-name", title: name }, t("previousIs", name)),
    became && h("span", { class: "previous-state" }, became.message),
    h(
      "button",
      {
        type: "button",
        class: "icon-button",
        "aria-label": t("removePrevious"),
        onclick: () => app.session.setPrevious(null),
      },
      icon("close", 16),
    ),
  );
}

function wayOut(app: App): HTMLElement {
  if (!app.desk.opened)
    return h(
      "button",
      { type: "button", class: "button small", id: "close", onclick: () => app.close() },
      t("startOver"),
    );
  const leave = (): void => app.desk.returnToList();
  const step = (by: 1 | -1, id: string, label: MessageKey): HTMLElement =>
    h(
      "button",
      {
        type: "button",
        class: "button small",
        id,
        disabled: !app.desk.neighbour(by),
        onclick: () => void app.desk.openNeighbour(by),
      },
      t(label),
    );
  return h(
    "span",
    { class: "list-steps" },
    step(-1, "list-before", "listBefore"),
    step(1, "list-after", "listAfter"),
    h(
      "button",
      { type: "button", class: "button small primary", id: "to-list", onclick: leave },
      t("toList"),
    ),
  );
}

export function sourceBar(app: App): HTMLElement {
  const bar = h("section", { class: "source-bar", "aria-label": t("sourceLabel") });
  const draw = (): void => {
    if (!app.session.source) return clear(bar);
    const name = app.session.source.name || t("pastedName");
    clear(
      bar,
      icon("file", 22),
      h("div", { class: "source-name" }, h("strong", {}, name), h("span", { class: "hint" }, facts(app))),
      h(
        "div",
        { class: "source-actions" },
        encodingChoice(app),
        previousPart(app),
        picker("next-file", t("chooseNext"), (files) => openFiles(app, files)),
        wayOut(app),
      ),
    );
  };
  app.on("source", draw);
  app.on("desk", draw);
  app.on("result", draw);
  draw();
  return bar;
}
