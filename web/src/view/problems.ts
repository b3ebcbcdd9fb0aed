// What of the file could not be read. Never hidden: what was not read was not checked.
import type { App } from "../app";
import type { Problem } from "../result";
import { t } from "../strings";
import { clear, h } from "./dom";

const SHOWN = 3; // at once: the findings come first

export function problems(app: App, reveal: (range: readonly [number, number]) => void): HTMLElement {
  const box = h("section", { class: "problems", "aria-label": t("problemsLabel") });
  const draw = (): void => {
    const { result } = app.checker;
    const list = result && result.outcome === "partial" ? result.problems : [];
    box.hidden = list.length === 0;
    const line = ({ message, range }: Problem): HTMLElement =>
      h(
        "li",
        {},
        message,
        range && h("button", { type: "button", class: "link", onclick: () => reveal(range) }, t("showPlace")),
      );
    const more = list.slice(SHOWN);
    clear(
      box,
      h("h3", {}, t("problemsTitle", list.length)),
      h("ul", {}, ...list.slice(0, SHOWN).map(line)),
      more.length > 0 &&
        h("details", {}, h("summary", {}, t("andMore", more.length)), h("ul", {}, ...more.map(line))),
    );
  };
  app.on("result", draw);
  draw();
  return box;
}
