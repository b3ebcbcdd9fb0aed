// A report that was given again: what was mended since, and what is new.
import type { App } from "../app";
import { t } from "../strings";
import { clear, h } from "./dom";

export function since(app: App): HTMLElement {
  const box = h("section", { class: "since panel", id: "since", "aria-label": t("sinceLabel") });
  const draw = (): void => {
    const { compared, gone, fresh } = app.since;
    box.hidden = !compared || !app.checker.result;
    clear(box);
    if (box.hidden) return;
    const items = app.selection.items.filter(({ key }) => fresh.has(key));
    clear(
      box,
      h(
        "details",
        {},
        h("summary", {}, t("sinceWords", gone.length, fresh.size)),
        gone.length > 0 && h("h3", {}, t("sinceGone")),
        h(
          "ul",
          { class: "since-gone" },
          ...gone.map(({ title, message }) => h("li", {}, t("sinceItem", title, message))),
        ),
        items.length > 0 && h("h3", {}, t("sinceFresh")),
        h(
          "ul",
          {},
          ...items.map(({ finding, key }) =>
            h(
              "li",
              {},
              h(
                "button",
                { type: "button", class: "link", onclick: () => app.selection.select(key) },
                t("sinceItem", finding.title, finding.message),
              ),
            ),
          ),
        ),
      ),
    );
  };
  app.on("result", draw);
  draw();
  return box;
}
