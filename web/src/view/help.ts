// What is checked, what leaves the machine, how to host the page. The rules come from the core's catalogue.
import type { App } from "../app";
import { familyOf, words } from "../labels";
import { t } from "../strings";
import { clear, h } from "./dom";

function ruleList(app: App): HTMLElement {
  const box = h("div", { class: "rule-list" });
  const { catalogue } = app;
  if (!catalogue) return box;
  for (const family of catalogue.families) {
    const rules = catalogue.rules.filter((rule) => familyOf(rule.id) === family.id);
    if (!rules.length) continue;
    box.appendChild(h("h3", {}, `${words(family.name)} (${rules.length})`));
    box.appendChild(
      h("ul", {}, ...rules.map((rule) => h("li", {}, `${words(rule.title)}（${t(`severity_${rule.severity}`)}）`))),
    );
  }
  return box;
}

export function help(app: App): HTMLElement {
  const rules = h("details", {}, h("summary", {}, t("helpRules")));
  rules.addEventListener("toggle", () => {
    const old = rules.querySelector(".rule-list");
    if (old) old.remove();
    if (rules.open) rules.appendChild(ruleList(app));
  });
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
    rules,
    version,
  );
}
