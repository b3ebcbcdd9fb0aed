// What this browser keeps of the work, the choice where, and the button that forgets everything.
import type { App } from "../app";
import { t } from "../strings";
import { h } from "./dom";

export function kept(app: App): HTMLElement {
  const said = h("p", { class: "hint", role: "status" });
  const onComputer = h("input", {
    type: "checkbox",
    id: "keep-on-computer",
    checked: app.keeping.onComputer,
  });
  onComputer.addEventListener("change", () => {
    app.keeping.setOnComputer(onComputer.checked);
    said.textContent = onComputer.checked ? t("keptOnComputer") : t("keptInTab");
  });
  const forget = h("button", { type: "button", class: "button small", id: "forget-all" }, t("forgetAll"));
  forget.addEventListener("click", () => {
    app.forgetAll();
    onComputer.checked = false;
    said.textContent = t("forgotten");
  });
  return h("div", { class: "kept" }, h("label", {}, onComputer, t("keepOnComputer")), forget, said);
}
