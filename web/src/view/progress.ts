// Waiting, with the name of what is waited for and a way out; and what went wrong with the checker itself.
import type { App } from "../app";
import { t } from "../strings";
import { back } from "../trail";
import { clear, h } from "./dom";

export function progress(app: App): HTMLElement {
  const box = h("div", { class: "progress", role: "status" });
  const draw = (): void => {
    box.hidden = app.checker.busy === null;
    clear(box);
    if (app.checker.busy === null) return;
    clear(
      box,
      h("span", { class: "spinner", "aria-hidden": "true" }),
      h("span", {}, t("checking", app.checker.busy || t("pastedName"))),
      h(
        "button",
        { type: "button", class: "button small", id: "cancel", onclick: () => app.cancel() },
        t("cancel"),
      ),
    );
  };
  app.on("busy", draw);
  draw();
  return box;
}

export function notice(app: App): HTMLElement {
  const box = h("div", { class: "notice-bar", role: "alert" });
  const close = (): void => app.checker.tell(null);
  const draw = (): void => {
    box.hidden = app.checker.notice === null;
    clear(box);
    if (app.checker.notice === null) return;
    const again = (): void => {
      close();
      app.checker.again();
    };
    clear(
      box,
      h("span", {}, t(app.checker.notice)),
      app.session.source &&
        h("button", { type: "button", class: "button small", onclick: again }, t("tryAgain")),
      h("button", { type: "button", class: "button small", onclick: close }, t("closeNotice")),
    );
  };
  app.on("notice", draw);
  draw();
  return box;
}

// The report that was left holds work: the way back to it.
export function wayBack(app: App): HTMLElement {
  const box = h("div", { class: "notice-bar", id: "way-back", role: "status" });
  const draw = (): void => {
    box.hidden = !app.wayBack;
    clear(box);
    if (!app.wayBack) return;
    clear(
      box,
      h("span", {}, t("leftWithWork")),
      h("button", { type: "button", class: "button small", onclick: () => back() }, t("goBack")),
      h(
        "button",
        { type: "button", class: "button small", onclick: () => app.forgetWayBack() },
        t("closeNotice"),
      ),
    );
  };
  app.on("notice", draw);
  draw();
  return box;
}
