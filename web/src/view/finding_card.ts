// One finding: what, where, the sum, why, the cure, and what a person can do with it.
import type { App, Item } from "../app";
import { copy } from "../clipboard";
import type { Place, Repair } from "../result";
import { t } from "../strings";
import { h } from "./dom";
import { icon } from "./icons";

const PLACES_SHOWN = 8;

export interface CardActions {
  reveal(item: Item, place: number): void;
  redraw(): void;
}

function placeName(app: App, item: Item, index: number): string {
  const { finding } = item;
  const place = finding.places[index] as Place;
  const cell = finding.cells.length === finding.places.length ? finding.cells[index] : undefined;
  if (cell && app.labels) return app.labels.cellName(cell);
  return place.page ? t("placePage", place.page, place.line) : t("placeLine", place.line);
}

export function findingText(app: App, item: Item): string {
  const { finding } = item;
  const lines = [`【${t(`severity_${finding.severity}`)}】${finding.title}`, finding.message];
  if (finding.equation) lines.push(finding.equation);
  lines.push(...finding.places.slice(0, PLACES_SHOWN).map((_, i) => t("placeIs", placeName(app, item, i))));
  lines.push(t("basisIs", finding.basis), t("adviceIs", finding.advice));
  return lines.join("\n");
}

function places(app: App, item: Item, actions: CardActions): HTMLElement | null {
  const all = item.finding.places;
  if (!all.length) return null;
  return h(
    "ul",
    { class: "places" },
    ...all
      .slice(0, PLACES_SHOWN)
      .map((_, i) =>
        h(
          "li",
          {},
          h(
            "button",
            { type: "button", class: "chip", onclick: () => actions.reveal(item, i) },
            placeName(app, item, i),
          ),
        ),
      ),
    all.length > PLACES_SHOWN && h("li", { class: "hint" }, t("andMore", all.length - PLACES_SHOWN)),
  );
}

function repair(app: App, one: Repair): HTMLElement {
  const ids = Object.keys(one.set);
  const sets = ids.map((id) => t("setTo", app.labels ? app.labels.cellName(id) : id, one.set[id]!)).join("；");
  const apply = (): void =>
    app.edit(ids.map((id) => ({ target: { kind: "report" as const, id }, text: String(one.set[id]) })));
  return h(
    "li",
    {},
    h("span", {}, one.reason ? t("repairBecause", sets, one.reason) : sets),
    h("button", { type: "button", class: "button small", onclick: apply }, icon("edit", 14), t("tryRepair")),
  );
}

function dismissForm(app: App, item: Item, actions: CardActions): HTMLElement {
  const reason = h("input", {
    type: "text",
    class: "reason",
    maxlength: 200,
    "aria-label": t("reason"),
    placeholder: t("reason"),
  });
  return h(
    "form",
    {
      class: "dismiss-form",
      onsubmit: (event: Event) => {
        event.preventDefault();
        app.dismiss(item, reason.value.trim());
      },
    },
    reason,
    h("button", { type: "submit", class: "button small primary" }, t("confirm")),
    h("button", { type: "button", class: "button small", onclick: () => actions.redraw() }, t("cancel")),
  );
}

function actionRow(app: App, item: Item, actions: CardActions): HTMLElement {
  const row = h("div", { class: "card-actions" });
  const copyButton = h(
    "button",
    {
      type: "button",
      class: "link",
      onclick: () => {
        copyButton.lastChild!.textContent = copy(findingText(app, item)) ? t("copied") : t("copyFailed");
      },
    },
    icon("copy", 14),
    t("copy"),
  );
  const dismiss = h(
    "button",
    {
      type: "button",
      class: "link dismiss",
      onclick: () => {
        const form = dismissForm(app, item, actions);
        row.replaceWith(form);
        (form.firstElementChild as HTMLInputElement).focus();
      },
    },
    t("dismiss"),
  );
  const restore = h("button", { type: "button", class: "link", onclick: () => app.undismiss(item) }, t("undismiss"));
  row.append(copyButton, item.dismissal ? restore : dismiss);
  return row;
}

function more(app: App, item: Item, actions: CardActions): HTMLElement {
  const { finding } = item;
  const part = (name: string, text: string): HTMLElement => h("div", {}, h("dt", {}, name), h("dd", {}, text));
  const repairs = finding.repairs || [];
  return h(
    "div",
    { class: "card-more" },
    places(app, item, actions),
    h("dl", {}, finding.advice && part(t("advice"), finding.advice), finding.basis && part(t("basis"), finding.basis)),
    repairs.length > 0 && h("p", { class: "repairs-title" }, t("repairs")),
    repairs.length > 0 && h("ul", { class: "repairs" }, ...repairs.slice(0, 3).map((one) => repair(app, one))),
    actionRow(app, item, actions),
  );
}

export function findingCard(app: App, item: Item, actions: CardActions): HTMLElement {
  const { finding } = item;
  const chosen = app.selected === item.key;
  const head = h(
    "button",
    {
      type: "button",
      class: "card-head",
      "aria-expanded": String(chosen),
      onclick: () =>
        app.selected === item.key ? actions.reveal(item, 0) : (app.select(item.key), actions.reveal(item, 0)),
    },
    icon(finding.severity, 18),
    h("span", { class: "card-number" }, item.number ? String(item.number) : "–"),
    h("span", { class: "card-title" }, finding.title),
    h("span", { class: "visually-hidden" }, t(`severity_${finding.severity}`)),
  );
  return h(
    "li",
    {
      class: `card ${finding.severity}${chosen ? " chosen" : ""}${item.dismissal ? " dismissed" : ""}`,
      "data-key": item.key,
    },
    head,
    h("p", { class: "card-message" }, finding.message),
    finding.equation && h("p", { class: "equation" }, finding.equation),
    item.dismissal && h("p", { class: "hint" }, t("dismissedBecause", item.dismissal.reason || t("noReason"))),
    chosen && more(app, item, actions),
  );
}
