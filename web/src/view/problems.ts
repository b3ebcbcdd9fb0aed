// What of the file could not be read. Never hidden: what was not read was not checked.
import type { App } from "../app";
import { t } from "../strings";
import { clear, h } from "./dom";

const SHOWN = 20;

export function problems(app: App, reveal: (range: readonly [number, number]) => void): HTMLElement {
  const box = h("section", { class: "problems", "aria-label": t("problemsLabel") });
  const draw = (): void => {
    const { result } = app.checker;
    const list = result && result.outcome === "partial" ? result.problems : [];
    box.hidden = list.length === 0;
    clear(
      box,
      h("h3", {}, t("problemsTitle", list.length)),
      h(
        "ul",
        {},
        ...list
          .slice(0, SHOWN)
          .map(({ message, range }) =>
            h(
              "li",
              {},
              message,
              range && h("button", { type: "button", class: "link", onclick: () => reveal(range) }, t("showPlace")),
            ),
          ),
        list.length > SHOWN && h("li", {}, t("andMore", list.length - SHOWN)),
      ),
    );
  };
  app.on("result", draw);
  draw();
  return box;
}
