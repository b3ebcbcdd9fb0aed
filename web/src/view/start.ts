// The first thing on an empty page: where to put the report.
import type { App } from "../app";
import { exampleReport } from "../example";
import { t } from "../strings";
import { clear, h } from "./dom";
import { openFiles } from "./drop";
import { icon } from "./icons";

export const FILE_TYPES =
  ".docx,.doc,.wps,.pdf,.html,.htm,.mht,.mhtml,.txt,.md,.tsv,.csv,.odt,.fodt,.rtf,.ofd,.xlsx,.xlsm,.png,.jpg,.jpeg";

function folderChoice(app: App): HTMLElement {
  const folder = h("input", {
    type: "file",
    id: "folder",
    webkitdirectory: true,
    class: "visually-hidden",
    onchange: () => {
      void openFiles(app, folder.files).then(() => (folder.value = ""));
    },
  });
  return h("label", { class: "button" }, folder, t("chooseFolder"));
}

// Work that was kept on this computer and is not on the page.
function goOn(app: App): HTMLElement {
  const box = h("p", { class: "go-on" });
  const draw = (): void => {
    const draft = app.session.source || !app.keeping.onComputer ? null : app.drafts.read();
    box.hidden = !draft;
    clear(box);
    if (!draft) return;
    const name = draft.source.name || t("pastedName");
    const forget = (): void => {
      app.drafts.forget();
      draw();
    };
    clear(
      box,
      h(
        "button",
        { type: "button", class: "button primary", id: "go-on", onclick: () => app.resume(draft) },
        t("goOnWith", name, draft.edits.length),
      ),
      h("button", { type: "button", class: "link", onclick: forget }, t("forgetDraft")),
    );
  };
  app.on("source", draw);
  draw();
  return box;
}

export function start(app: App): HTMLElement {
  const file = h("input", {
    type: "file",
    id: "file",
    accept: `${FILE_TYPES},.zip`,
    multiple: true,
    class: "visually-hidden",
    onchange: () => {
      void openFiles(app, file.files).then(() => (file.value = ""));
    },
  });
  const example = (): void => app.open(exampleReport());
  return h(
    "section",
    { class: "start", "aria-label": t("startLabel") },
    h("h2", {}, t("startTitle")),
    h("p", { class: "lead" }, t("startLead")),
    goOn(app),
    h(
      "div",
      { class: "dropzone" },
      icon("upload", 36),
      h("p", { class: "dropzone-title" }, t("dropTitle")),
      h("p", { class: "hint" }, t("dropFormats")),
      h("label", { class: "button primary" }, file, t("choose")),
      folderChoice(app),
      h("button", { type: "button", class: "button", id: "example", onclick: example }, t("example")),
    ),
  );
}
