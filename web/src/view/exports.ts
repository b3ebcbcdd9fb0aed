// 导出: the files a person takes away. They are made by the core of what the page shows; the corrected copy is the file as it
// was given with the changes made on the page, the annotated copy has remarks as well.
import type { App } from "../app";
import { download } from "../clipboard";
import type { ProductKind } from "../protocol";
import { type MessageKey, t } from "../strings";
import { h } from "./dom";

const TYPES: Record<string, string> = {
  html: "text/html;charset=utf-8",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  json: "application/json",
  csv: "text/csv;charset=utf-8",
};

interface Entry {
  kind: ProductKind;
  label: MessageKey;
  name: MessageKey; // what is added to the file's name
  ending?: string; // of the copy: that of the file
}

// Formats that are changed in place; of others there is a list of corrections.
const CORRECTED = ["docx", "odt", "fodt", "html", "htm", "txt", "md"];
const ANNOTATED = ["docx", "html", "txt", "md", "pdf"]; // as the core calls them

const ENTRIES: Entry[] = [
  { kind: "corrected", label: "exportCorrected", name: "nameCorrected" },
  { kind: "annotated", label: "exportAnnotated", name: "nameAnnotated" },
  { kind: "note.html", label: "exportNoteHtml", name: "nameNote", ending: "html" },
  { kind: "note.docx", label: "exportNoteDocx", name: "nameNote", ending: "docx" },
  { kind: "tables.html", label: "exportTablesHtml", name: "nameTables", ending: "html" },
  { kind: "tables.docx", label: "exportTablesDocx", name: "nameTables", ending: "docx" },
  { kind: "tables.json", label: "exportJson", name: "nameCells", ending: "json" },
  { kind: "tables.csv", label: "exportCsv", name: "nameCells", ending: "csv" },
];

// Stem and ending of the file's name.
function given(app: App): [string, string] {
  const name = (app.session.source && app.session.source.name) || t("pastedName");
  const dot = name.lastIndexOf(".");
  return dot > 0 ? [name.slice(0, dot), name.slice(dot + 1)] : [name, "txt"];
}

const inPlace = (app: App): boolean => CORRECTED.includes(given(app)[1].toLowerCase());

function fileName(app: App, { kind, name, ending }: Entry): string {
  const [stem, own] = given(app);
  return `${stem}-${t(name)}.${kind === "corrected" && !inPlace(app) ? "docx" : ending || own}`;
}

export function exports(app: App): HTMLElement {
  const said = h("p", { class: "hint", role: "status" });
  const box = h("details", { class: "menu", id: "export" });
  const make = async (entry: Entry): Promise<void> => {
    said.textContent = "";
    const name = fileName(app, entry);
    try {
      const made = await app.product(entry.kind);
      if ("problem" in made) said.textContent = made.problem;
      else {
        download(
          name,
          made.bytes as BlobPart,
          TYPES[name.slice(name.lastIndexOf(".") + 1)] || "application/octet-stream",
        );
        box.open = false;
      }
    } catch {
      said.textContent = t("exportFailed");
    }
  };
  const list = h("ul", { class: "menu-list" });
  const tell = (id: string, label: MessageKey, disabled: boolean, note: string): void => {
    const button = list.querySelector<HTMLButtonElement>(id)!;
    button.disabled = disabled;
    button.textContent = t(label);
    button.nextSibling!.textContent = note;
  };
  // What cannot be had says why; what has changes in it says so.
  const enable = (): void => {
    const { result } = app.checker;
    const changed = app.session.history.current.length;
    const able = !!result && ANNOTATED.includes(result.source.format || "");
    tell(
      "#export-corrected",
      inPlace(app) ? "exportCorrected" : "exportCorrections",
      !changed,
      changed ? "" : t("nothingAccepted"),
    );
    const held = changed ? t("annotatedHolds", changed) : "";
    tell("#export-annotated", "exportAnnotated", !able, able ? held : t("annotatedIsNot"));
  };
  for (const entry of ENTRIES) {
    const act = (): void => void make(entry);
    const id = `export-${entry.kind.replace(".", "-")}`;
    list.appendChild(
      h("li", {}, h("button", { type: "button", id, onclick: act }, t(entry.label)), h("p", { class: "hint" })),
    );
  }
  box.appendChild(h("summary", { class: "button" }, t("export")));
  box.appendChild(h("div", { class: "menu-panel" }, list, said));
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !box.open) return;
    box.open = false;
    box.querySelector("summary")!.focus();
    event.stopPropagation();
  });
  app.on("result", () => {
    said.textContent = "";
    enable();
  });
  enable();
  return box;
}
