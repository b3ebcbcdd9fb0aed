// What is checked, what leaves the machine, how to host the page. The rules are in rules.ts.
import type { App } from "../app";
import { pageVersion } from "../offline/register";
import { t } from "../strings";
import { h } from "./dom";
import { ruleSettings } from "./rules";
import { selfTest } from "./self_test";

export function help(app: App): HTMLElement {
  const part = (title: string, ...texts: string[]): HTMLElement =>
    h("section", {}, h("h3", {}, title), ...texts.map((text) => h("p", {}, text)));
  const privacy = part(t("helpPrivate"), t("helpPrivateText"));
  privacy.appendChild(selfTest());
  return h(
    "footer",
    { class: "help", id: "help", tabindex: "-1" },
    h("h2", { class: "visually-hidden" }, t("help")),
    h(
      "div",
      { class: "help-parts" },
      part(t("helpWhat"), t("helpWhatText"), t("helpWhatNot")),
      privacy,
      part(t("helpHost"), t("helpHostText")),
      part(t("helpKeys"), t("helpKeysText")),
    ),
    ruleSettings(app),
    h("p", { class: "hint", id: "version" }, t("version", pageVersion())),
  );
}
