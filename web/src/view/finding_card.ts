// One finding: what, where, the sum, why, the cure, and what a person can do with it.
import type { App } from "../app";
import { copy } from "../clipboard";
import { inQuotes } from "../labels";
import type { Cure, Repair } from "../result";
import { t } from "../strings";
import type { Item } from "../selection";
import type { Change } from "../trial";
import { h } from "./dom";
import { icon } from "./icons";
import { placeName } from "./places";
import { relationLine, relationList } from "./relations";
import { levelChoices } from "./rules";
import { saidFor } from "./said";

const PLACES_SHOWN = 8;
const REPAIRS_SHOWN = 3;
const RELATIONS_TOLD = 3; // in text

export interface CardActions {
  reveal(item: Item, place: number): void;
  revealCell(id: string): void;
  redraw(): void;
}

export function findingText(app: App, item: Item): string {
  const { finding } = item;
  const lines = [`【${t(`severity_${finding.severity}`)}】${finding.title}`, finding.message];
  const relations = finding.relations || [];
  if (relations.length)
    lines.push(...relations.slice(0, RELATIONS_TOLD).map((one) => relationLine(app, one)));
  else if (finding.equation) lines.push(finding.equation);
  if (relations.length > RELATIONS_TOLD) lines.push(t("andMoreSums", relations.length - RELATIONS_TOLD));
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
  const sets = ids
    .map((id) => t("setTo", app.checker.labels ? app.checker.labels.cellName(id) : id, one.set[id]!))
    .join("；");
  const apply = (): void =>
    app.trial.edit(ids.map((id) => ({ target: { kind: "report" as const, id }, text: String(one.set[id]) })));
  return h(
    "li",
    {},
    h("span", {}, one.reason ? t("repairBecause", sets, one.reason) : sets),
    h("button", { type: "button", class: "button small", onclick: apply }, icon("edit", 14), t("tryRepair")),
  );
}

// The changes of cures, to be made where their words still stand.
export function accept(app: App, cures: Cure[]): void {
  const changes = new Map<string, Change>();
  for (const { corrections } of cures)
    for (const { range, old, new: text } of corrections)
      changes.set(String(range), { target: { kind: "words", range, old }, text });
  app.trial.edit([...changes.values()]);
}

function accepting(app: App, cures: Cure[]): HTMLElement {
  const one = (cure: Cure): HTMLElement =>
    h(
      "li",
      {},
      h("span", {}, cure.label),
      h(
        "button",
        { type: "button", class: "button small accept", onclick: () => accept(app, [cure]) },
        t("acceptCure"),
      ),
    );
  const list = (some: Cure[]): HTMLElement => h("ul", { class: "repairs" }, ...some.map(one));
  const rest = cures.slice(REPAIRS_SHOWN);
  return h(
    "div",
    {},
    list(cures.slice(0, REPAIRS_SHOWN)),
    rest.length > 0 && h("details", {}, h("summary", {}, t("moreRepairs", rest.length)), list(rest)),
  );
}

// The cures that can be taken on the spot; they stand on top of what an open card tells. Whatever is to be
// accepted by a button belongs here.
function cures(app: App, item: Item): HTMLElement[] {
  const repairs = item.finding.repairs || [];
  if (!repairs.length) return (item.finding.cures || []).length ? [accepting(app, item.finding.cures!)] : [];
  const list = (some: Repair[]): HTMLElement =>
    h("ul", { class: "repairs" }, ...some.map((one) => repair(app, one)));
  const parts: HTMLElement[] = [
    h("p", { class: "repairs-title" }, repairs.length > 1 ? t("repairsAny", repairs.length) : t("repairs")),
    list(repairs.slice(0, REPAIRS_SHOWN)),
  ];
  const more = repairs.slice(REPAIRS_SHOWN);
  if (more.length) parts.push(h("details", {}, h("summary", {}, t("moreRepairs", more.length)), list(more)));
  return parts;
}

// Off, or rated lower, or as it was: for this rule from now on.
function ruleForm(app: App, item: Item, actions: CardActions): HTMLElement {
  const { rule } = item.finding;
  const choices = levelChoices(app, item.finding).map(([level, words]) =>
    h("button", { type: "button", class: "button small", onclick: () => app.setRule(rule, level) }, words),
  );
  return h(
    "div",
    { class: "rule-form", role: "group", "aria-label": t("ruleFormLabel") },
    h(
      "p",
      { class: "hint" },
      t("ruleForm", app.checker.labels ? inQuotes(app.checker.labels.ruleTitle(rule)) : rule),
    ),
    ...choices,
    h("button", { type: "button", class: "button small", onclick: () => actions.redraw() }, t("cancel")),
  );
}

function dismissForm(app: App, item: Item, actions: CardActions): HTMLElement {
  const needed = item.finding.severity === "error"; // what is certainly wrong is not set aside without a word
  const words = needed ? t("reasonNeeded") : t("reason");
  const reason = h("input", {
    type: "text",
    class: "reason",
    maxlength: 200,
    required: needed,
    "aria-label": words,
    placeholder: words,
  });
  return h(
    "form",
    {
      class: "dismiss-form",
      onsubmit: (event: Event) => {
        event.preventDefault();
        if (reason.value.trim() || !needed) app.dismiss(item, reason.value.trim());
        else reason.focus();
      },
    },
    reason,
    h("button", { type: "submit", class: "button small primary" }, t("confirm")),
    h("button", { type: "button", class: "button small", onclick: () => actions.redraw() }, t("cancel")),
  );
}

function actionRow(app: App, item: Item, actions: CardActions): HTMLElement {
  const row = h("div", { class: "card-actions" });
  const copyButton = h("button", { type: "button", class: "link" }, icon("copy", 14), t("copy"));
  const said = saidFor(copyButton, t("copy"));
  copyButton.addEventListener("click", () =>
    said(copy(findingText(app, item)) ? t("copied") : t("copyFailed")),
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
  const restore = h(
    "button",
    { type: "button", class: "link", onclick: () => app.undismiss(item) },
    t("undismiss"),
  );
  const rule = h(
    "button",
    {
      type: "button",
      class: "link change-rule",
      onclick: () => {
        const form = ruleForm(app, item, actions);
        row.replaceWith(form);
        form.querySelector("button")!.focus();
      },
    },
    t("changeRule"),
  );
  row.append(copyButton, item.dismissal ? restore : dismiss, rule);
  return row;
}

function more(app: App, item: Item, actions: CardActions): HTMLElement {
  const { finding } = item;
  const part = (name: string, text: string): HTMLElement =>
    h("div", {}, h("dt", {}, name), h("dd", {}, text));
  return h(
    "div",
    { class: "card-more" },
    places(app, item, actions),
    relationList(app, item, (id) => actions.revealCell(id)),
    h("dl", {}, finding.basis && part(t("basis"), finding.basis)),
    actionRow(app, item, actions),
  );
}

// 怎么改, in one line, on every card.
function adviceLine({ finding }: Item): HTMLElement | null {
  if (!finding.advice) return null;
  return h(
    "p",
    { class: "card-advice" },
    h("span", { class: "card-advice-name" }, t("adviceLead")),
    finding.advice,
  );
}

export function findingCard(app: App, item: Item, actions: CardActions): HTMLElement {
  const { finding } = item;
  const chosen = app.selection.selected === item.key;
  const toggle = (): void => {
    app.selection.select(chosen ? null : item.key);
    if (!chosen) actions.reveal(item, 0);
  };
  const head = h(
    "button",
    { type: "button", class: "card-head", "aria-expanded": String(chosen), onclick: toggle },
    icon(finding.severity, 18),
    h("span", { class: "card-number" }, item.number ? String(item.number) : "–"),
    h("span", { class: "card-title" }, finding.title),
    app.since.compared && app.since.fresh.has(item.key) && h("span", { class: "tag fresh" }, t("fresh")),
    h("span", { class: "visually-hidden" }, t(`severity_${finding.severity}`)),
    icon(chosen ? "up" : "down", 18),
  );
  // Enter on an open card goes to the place; the space bar folds it.
  head.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !chosen) return;
    event.preventDefault();
    event.stopPropagation();
    actions.reveal(item, 0);
  });
  // The words of a folded card open it, too.
  const openAt = (event: Event): void => {
    const selected = window.getSelection();
    if (!chosen && !(event.target as Element).closest("button") && (!selected || selected.isCollapsed))
      toggle();
  };
  return h(
    "li",
    {
      class: `card ${finding.severity}${chosen ? " chosen" : ""}${item.dismissal ? " dismissed" : ""}`,
      "data-key": item.key,
      onclick: openAt,
    },
    head,
    h("p", { class: "card-message" }, finding.message),
    finding.equation && !(chosen && finding.relations) && h("p", { class: "equation" }, finding.equation),
    adviceLine(item),
    ...(chosen ? cures(app, item) : []),
    finding.ownSeverity &&
      h(
        "p",
        { class: "hint" },
        t("ratedLower", t(`severity_${finding.ownSeverity}`), t(`severity_${finding.severity}`)),
      ),
    item.dismissal &&
      h("p", { class: "hint" }, t("dismissedBecause", item.dismissal.reason || t("noReason"))),
    chosen && more(app, item, actions),
  );
}
