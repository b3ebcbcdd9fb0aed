// The button that tries to reach out, and what came of it.
import type { App } from "../app";
import { selfTestPart } from "../self_test/part";
import { language, t } from "../strings";
import { h } from "./dom";

export function selfTest(app: App): HTMLElement {
  const list = h("ul", { class: "self-test-ways" });
  const outcome = h("p", { class: "self-test-outcome", role: "status" });
  const button = h("button", { type: "button", class: "button small", id: "self-test" }, t("selfTest"));
  button.addEventListener("click", () => {
    button.disabled = true;
    selfTestPart(app.service.engine)
      .then(({ ways }) => ways(list, outcome, language()))
      .catch(() => (outcome.textContent = t("selfTestNotLoaded")))
      .then(() => (button.disabled = false));
  });
  return h("div", { class: "self-test" }, button, outcome, list, h("p", { class: "hint" }, t("selfTestHow")));
}
