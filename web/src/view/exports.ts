// 导出: the files a person takes away. They are made by the core of what the page shows; the corrected copy is
// the file as it was given with the changes made on the page, the annotated copy has remarks as well.
import type { App } from "../app";
import { download } from "../clipboard";
import type { ProductKind } from "../products";
import type { CopiesOf } from "../protocol";
import type { Source } from "../source";
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

function fileName(app: App, { kind, name, ending }: Entry, list: boolean): string {
  const [stem, own] = given(app);
  return `${stem}-${t(name)}.${kind === "corrected" && list ? "docx" : ending || own}`;
}

export function exports(app: App): HTMLElement {
  const said = h("p", { class: "hint", role: "status" });
  const box = h("details", { class: "menu", id: "export" });
  let copies: CopiesOf | null = null; // of `asked`; null until the core has said
  let asked: Source | null = null;
  const make = async (entry: Entry): Promise<void> => {
    said.textContent = "";
    const name = fileName(app, entry, !!copies && copies.corrected.list);
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
    const changed = app.session.history.current.length;
    const { corrected, annotated } = copies || {
      corrected: { list: false, problem: "" },
      annotated: { problem: "" },
    };
    const label = corrected.list ? "exportCorrections" : "exportCorrected";
    const notCorrected = changed ? corrected.problem : t("nothingAccepted");
    tell("#export-corrected", label, notCorrected !== null, notCorrected || "");
    const notAnnotated = annotated.problem !== null ? annotated.problem : changed ? corrected.problem : null;
    const held = changed ? t("annotatedHolds", changed) : "";
    tell(
      "#export-annotated",
      "exportAnnotated",
      notAnnotated !== null,
      notAnnotated !== null ? notAnnotated : held,
    );
  };
  // Asked when the menu is opened, once a file.
  const ask = async (): Promise<void> => {
    const { source } = app.session;
    if (!box.open || !source || source === asked) return;
    asked = source;
    copies = null;
    enable();
    const answer = await app.copies().catch(() => null);
    if (source !== app.session.source) return;
    copies = answer;
    if (!answer) asked = null; // and again the next time
    enable();
  };
  for (const entry of ENTRIES) {
    const act = (): void => void make(entry);
    const id = `export-${entry.kind.replace(".", "-")}`;
    list.appendChild(
      h(
        "li",
        {},
        h("button", { type: "button", id, onclick: act }, t(entry.label)),
        h("p", { class: "hint" }),
      ),
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
  box.addEventListener("toggle", () => void ask());
  app.on("result", () => {
    said.textContent = "";
    enable();
    void ask();
  });
  enable();
  return box;
}
