// Name of the tool, and the choices of how it looks.
import type { App } from "../app";
import { type Settings } from "../settings";
import { t } from "../strings";
import { h } from "./dom";

function choice<K extends keyof Settings>(
  app: App,
  key: K,
  label: string,
  options: readonly (readonly [Settings[K], string])[],
): HTMLElement {
  const select = h("select", {
    id: `setting-${key}`,
    "aria-label": label,
    title: label,
    onchange: () => app.set({ [key]: select.value } as unknown as Partial<Settings>),
  });
  for (const [value, text] of options)
    select.appendChild(h("option", { value, selected: app.settings[key] === value }, text));
  return select;
}

export function header(app: App, openHelp: () => void): HTMLElement {
  return h(
    "header",
    { class: "top" },
    h("div", { class: "brand" }, h("h1", {}, t("name")), h("p", {}, t("subtitle"))),
    h(
      "div",
      { class: "settings" },
      choice(app, "size", t("textSize"), [
        ["small", t("sizeSmall")],
        ["medium", t("sizeMedium")],
        ["large", t("sizeLarge")],
      ]),
      choice(app, "theme", t("theme"), [
        ["auto", t("themeAuto")],
        ["light", t("themeLight")],
        ["dark", t("themeDark")],
      ]),
      choice(app, "language", t("language"), [
        ["zh", "中文"],
        ["en", "English"],
      ]),
      h("button", { type: "button", class: "quiet", id: "open-help", onclick: openHelp }, t("help")),
    ),
  );
}
