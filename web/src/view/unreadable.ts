// A file of which nothing can be shown: no empty sheet, but what can be done instead.
import type { App } from "../app";
import { t } from "../strings";
import { h } from "./dom";
import { picker } from "./source_bar";
import { openFiles } from "./drop";

export function unreadable(app: App): HTMLElement {
  const paste = (): void => {
    app.close();
    document.getElementById("text")!.focus();
  };
  return h(
    "section",
    { class: "instead", "aria-label": t("unreadableLabel") },
    picker("instead-file", t("chooseNext"), (files) => openFiles(app, files)),
    h(
      "button",
      { type: "button", class: "button small", id: "paste-instead", onclick: paste },
      t("pasteInstead"),
    ),
  );
}
