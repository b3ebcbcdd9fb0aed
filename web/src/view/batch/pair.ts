// Two files were given and their years do not say which is last year's: a person says.
import type { App } from "../../app";
import { type Pair, twoDrafts } from "../../batch/pair";
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
    const drafts = twoDrafts(pair);
    const choice = (words: string, act: () => unknown): HTMLElement =>
      h("button", { type: "button", class: "button", onclick: () => void act() }, words);
    const both = [0, 1] as const;
    clear(
      box,
      h("h2", {}, t(drafts ? "pairDrafts" : "pairLabel")),
      h("ul", {}, facts(pair, 0), facts(pair, 1)),
      h(
        "div",
        { class: "pair-choices" },
        ...(drafts
          ? both.map((i) =>
              choice(t("pairCompare", files[i].name), () => desk.openDrafts(files[1 - i]!, files[i])),
            )
          : []),
        ...both.map((i) =>
          drafts
            ? choice(t("pairOne", files[i].name), () => desk.openOne(files[i]))
            : choice(t("pairCurrent", files[i].name), () =>
                desk.openPair({ current: files[i], previous: files[1 - i]! }),
              ),
        ),
        choice(t("pairList"), () => desk.listPair()),
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
