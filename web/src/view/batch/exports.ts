// The buttons that take tables and the picture away; the picture is shown, too.
import type { App } from "../../app";
import { csvOf, notesOf, ruleCounts, workbookOf } from "../../batch/exports";
import { fromBlob } from "../../batch/given";
import { download } from "../../clipboard";
import type { Csv } from "../../protocol";
import { type MessageKey, t } from "../../strings";
import { clear, h } from "../dom";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

async function saveBook({ desk: { batch, handIn }, service }: App): Promise<void> {
  const book = batch && (await workbookOf(batch, handIn, service));
  if (book) download(t("fileBook"), book as BlobPart, XLSX);
}

async function saveNotes({ desk: { batch, handIn }, service }: App): Promise<void> {
  const zip = batch && (await notesOf(batch, handIn, service));
  if (zip) download(t("fileNotes"), zip, zip.type);
}

function workListOpener(app: App): HTMLInputElement {
  const input = h("input", { type: "file", id: "open-worklist-file", hidden: true, accept: ".json" });
  input.addEventListener("change", () => {
    const [file] = Array.from(input.files || []);
    if (file)
      void app.desk
        .openWorkList(fromBlob(file.name, file))
        .then((opened) => opened || app.tell("nothingToCheck"));
    input.value = "";
  });
  return input;
}

async function saveCsv(app: App, which: keyof Csv): Promise<void> {
  const { batch } = app.desk;
  const { language } = app.settings;
  const blob = batch && (await csvOf(batch, which, await app.service.engine.ask("csvHeads", { language })));
  if (blob) download(t(which === "findings" ? "fileFindingsCsv" : "fileCellsCsv"), blob, blob.type);
}

// As data, so that the page's policy lets it be shown.
export const address = (svg: string): string => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;

export function batchExports(app: App): { buttons: HTMLElement; picture: HTMLElement } {
  const { desk } = app;
  const picture = h("figure", { class: "batch-picture", hidden: true });
  const hide = (): void => {
    picture.hidden = true;
  };
  const showPicture = async (): Promise<void> => {
    const { batch } = desk;
    const { language } = app.settings;
    if (!batch) return;
    const checked = batch.rows.filter((row) => row.survey && row.survey.outcome !== "unreadable").length;
    const svg = await app.service.engine.ask("summary", { checked, rules: ruleCounts(batch), language });
    const save = (): void => download(t("filePicture"), svg, "image/svg+xml");
    clear(
      picture,
      h("img", { src: address(svg), alt: t("pictureAlt", checked) }),
      h(
        "figcaption",
        {},
        h(
          "button",
          { type: "button", class: "button small", id: "save-picture", onclick: save },
          t("savePicture"),
        ),
        h("button", { type: "button", class: "button small", onclick: hide }, t("hidePicture")),
      ),
    );
    picture.hidden = false;
  };
  const make = (id: string, label: MessageKey, act: () => Promise<void>): HTMLButtonElement => {
    const button = h("button", { type: "button", class: "button", id }, t(label));
    button.addEventListener("click", () => {
      button.disabled = true;
      act()
        .catch(() => app.tell("exportFailed"))
        .then(() => draw());
    });
    return button;
  };
  const buttons = [
    make("export-findings", "exportFindings", () => saveCsv(app, "findings")),
    make("export-book", "exportBook", () => saveBook(app)),
    make("export-notes", "exportNotes", () => saveNotes(app)),
    make("export-cells", "exportCells", () => saveCsv(app, "cells")),
    make("export-picture", "exportPicture", showPicture),
    make("save-worklist", "workListSave", async () =>
      download(t("fileWorkList"), desk.workList, "application/json"),
    ),
  ];
  const opener = workListOpener(app);
  const open = h(
    "button",
    { type: "button", class: "button", onclick: () => opener.click() },
    t("workListOpen"),
  );
  const draw = (): void => {
    const ready = !!desk.batch && desk.batch.phase === "done";
    for (const button of buttons) button.disabled = !ready;
    if (!ready) hide();
  };
  app.on("rows", draw);
  app.on("desk", draw);
  draw();
  return { buttons: h("div", { class: "batch-tools" }, ...buttons, open, opener), picture };
}
