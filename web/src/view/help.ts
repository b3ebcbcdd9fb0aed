// What is checked, what leaves the machine, how to host the page. The rules are in rules.ts.
import type { App } from "../app";
import { t } from "../strings";
import { clear, h } from "./dom";
import { ruleSettings } from "./rules";

export function help(app: App): HTMLElement {
  const version = h("p", { class: "hint" });
  const draw = (): void => clear(version, app.catalogue ? t("version", app.catalogue.version) : "");
  app.on("settings", draw);
  draw();
  const part = (title: string, ...texts: string[]): HTMLElement =>
    h("section", {}, h("h3", {}, title), ...texts.map((text) => h("p", {}, text)));
  return h(
    "footer",
    { class: "help", id: "help", tabindex: "-1" },
    h("h2", { class: "visually-hidden" }, t("help")),
    h(
      "div",
      { class: "help-parts" },
      part(t("helpWhat"), t("helpWhatText"), t("helpWhatNot")),
      part(t("helpPrivate"), t("helpPrivateText")),
      part(t("helpHost"), t("helpHostText")),
      part(t("helpKeys"), t("helpKeysText")),
    ),
    ruleSettings(app),
    version,
  );
}
