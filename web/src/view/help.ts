// What is checked, what leaves the machine and what stays on it, how to host the page, the rules. Below the
// start page; with a report on the page in a dialog, for the work takes the window.
import type { App } from "../app";
import { pageVersion } from "../offline/register";
import { t } from "../strings";
import { h } from "./dom";
import { kept } from "./kept";
import { ruleSettings } from "./rules";
import { selfTest } from "./self_test";

export interface Help {
  footer: HTMLElement;
  dialog: HTMLElement;
  open(): void; // and goes there
}

function contents(app: App): HTMLElement {
  const part = (title: string, ...texts: string[]): HTMLElement =>
    h("section", {}, h("h3", {}, title), ...texts.map((text) => h("p", {}, text)));
  const privacy = part(t("helpPrivate"), t("helpPrivateText"));
  privacy.appendChild(selfTest(app));
  const core = document.getElementById("core"); // in the single file it may not have been read yet
  const zip = core ? core.dataset.offlineZip : undefined; // on a site
  if (zip)
    privacy.appendChild(
      h(
        "p",
        {},
        h(
          "a",
          { class: "quiet", id: "offline-zip", href: zip, download: "nianbao-offline.zip" },
          t("offlineZip"),
        ),
      ),
    );
  const keeping = part(t("helpKept"), t("helpKeptText"));
  keeping.appendChild(kept(app));
  return h(
    "div",
    { class: "help", id: "help", tabindex: "-1" },
    h("h2", { class: "visually-hidden" }, t("help")),
    h(
      "div",
      { class: "help-parts" },
      part(t("helpWhat"), t("helpWhatText"), t("helpWhatNot")),
      privacy,
      keeping,
      part(t("helpKeys"), t("helpKeysText")),
    ),
    ruleSettings(app),
    h("p", { class: "hint", id: "version" }, t("version", pageVersion())),
  );
}

export function help(app: App): Help {
  const inside = contents(app);
  const footer = h("footer", {}, inside);
  const close = h(
    "button",
    { type: "button", class: "button small", onclick: () => dialog.close() },
    t("closePanel"),
  );
  const dialog = h(
    "dialog",
    { class: "help-dialog", "aria-label": t("help") },
    h("div", { class: "help-close" }, close),
  );
  dialog.addEventListener("close", () => footer.appendChild(inside));
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close(); // beside it
  });
  return {
    footer,
    dialog,
    open() {
      if (!app.session.source && !app.desk.view) {
        inside.scrollIntoView({ block: "start" });
        inside.focus({ preventScroll: true });
        return;
      }
      if (dialog.open) return;
      dialog.appendChild(inside);
      dialog.showModal();
    },
  };
}
