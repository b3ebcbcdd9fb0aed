// Two files were given and their years do not say which is last year's: a person says.
import type { App } from "../../app";
import type { Pair } from "../../batch/pair";
import { t } from "../../strings";
import { clear, h } from "../dom";

function facts({ files, surveys }: Pair, i: 0 | 1): HTMLElement {
  const survey = surveys[i];
  const year = survey && survey.year ? t("reportYear", survey.year) : t("pairNoYear");
  return h(
    "li",
    {},
    h("strong", {}, files[i].name),
    h("span", { class: "hint" }, [(survey && survey.agency) || "", year].filter(Boolean).join(" · ")),
  );
}

export function pairQuestion(app: App): HTMLElement {
  const { desk } = app;
  const box = h("section", { class: "pair panel", "aria-label": t("pairLabel") });
  const draw = (): void => {
    const { pair } = desk;
    clear(box);
    if (!pair) return;
    const { files } = pair;
    const choice = (current: 0 | 1): HTMLElement =>
      h(
        "button",
        {
          type: "button",
          class: "button",
          onclick: () => void desk.openPair({ current: files[current], previous: files[1 - current]! }),
        },
        t("pairCurrent", files[current].name),
      );
    clear(
      box,
      h("h2", {}, t("pairLabel")),
      h("ul", {}, facts(pair, 0), facts(pair, 1)),
      h(
        "div",
        { class: "pair-choices" },
        choice(0),
        choice(1),
        h("button", { type: "button", class: "button", onclick: () => desk.listPair() }, t("pairList")),
        h("button", { type: "button", class: "link", onclick: () => desk.closeList() }, t("cancel")),
      ),
    );
    const first = box.querySelector("button");
    if (first) first.focus();
  };
  app.on("desk", draw);
  draw();
  return box;
}
