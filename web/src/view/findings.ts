// The findings, grouped by severity. j and k choose, Enter goes to the place, Esc comes back.
import type { App } from "../app";
import { download } from "../clipboard";
import type { Severity } from "../result";
import { t } from "../strings";
import type { Item } from "../selection";
import { clear, h, scrolls, scrollWithin } from "./dom";
import { matches } from "./filters";
import { accept, findingCard } from "./finding_card";

const SEVERITIES: Severity[] = ["error", "warning", "notice"];
const AT_ONCE = 200; // cards of one group; more on demand

export interface FindingsView {
  element: HTMLElement;
  step(by: number): void;
  chosen(): Item | undefined;
  focus(): void;
}

function dismissalFile(app: App, say: (text: string) => void): HTMLElement {
  const load = async (files: FileList | null): Promise<void> => {
    const file = files && files[0];
    if (!file) return;
    try {
      const text = await file.text();
      const marks = app.marks.load(app.selection.report, text);
      const rules = app.rules.load((JSON.parse(text) as { rules?: unknown }).rules);
      say(rules ? t("choicesLoaded", marks, rules) : t("dismissalsLoaded", marks));
      app.marksChanged();
      if (rules) app.rulesChanged();
    } catch {
      say(t("dismissalsBad"));
    }
  };
  const input = h("input", {
    type: "file",
    id: "dismissals-file",
    accept: ".json",
    class: "visually-hidden",
    onchange: () => void load(input.files).then(() => (input.value = "")),
  });
  const save = (): void => {
    const rules = app.rules.size ? { rules: app.rules.toJson() } : {};
    const file = app.marks.file(app.selection.report) || { schema: "nianbao-dismissals-1", dismissals: {} };
    download(t("dismissalsName"), JSON.stringify({ ...file, ...rules }, null, 2), "application/json");
  };
  return h(
    "div",
    { class: "dismissal-file" },
    h("button", { type: "button", class: "link", id: "save-dismissals", onclick: save }, t("saveDismissals")),
    h("label", { class: "link" }, input, t("loadDismissals")),
  );
}

export interface Places {
  reveal(item: Item, place: number): void;
  revealCell(id: string): void;
  // Lights the cells of a finding, or of one of its sums; null: of none but the chosen one.
  point(key: string | null, relation: number | null): void;
}

// Pointing at a card, with the mouse or with the focus, lights its cells.
function pointing(element: HTMLElement, places: Places): void {
  const at = (target: EventTarget | null): void => {
    const card = target instanceof Element ? target.closest<HTMLElement>(".card") : null;
    const relation = card && (target as Element).closest<HTMLElement>("[data-relation]");
    if (card) places.point(card.dataset.key!, relation ? Number(relation.dataset.relation) : null);
    else places.point(null, null);
  };
  let last = "";
  element.addEventListener("mousemove", ({ target, clientX, clientY }) => {
    const place = `${clientX} ${clientY}`;
    if (place !== last) at(target); // otherwise the page moved under a pointer that rests
    last = place;
  });
  element.addEventListener("mouseleave", () => at(null));
  element.addEventListener("focusin", (event) => at(event.target));
  element.addEventListener("focusout", (event) => at(event.relatedTarget));
}

export function findings(app: App, places: Places): FindingsView {
  const groups = h("div", { id: "findings" });
  const status = h("p", { class: "hint", role: "status" });
  const say = (text: string): void => {
    status.textContent = text;
  };
  const limits: Record<string, number> = {};
  const actions = {
    reveal: (item: Item, place: number) => places.reveal(item, place),
    revealCell: (id: string) => places.revealCell(id),
    redraw: () => draw(),
  };
  pointing(groups, places);

  const shown = (): Item[] => app.selection.items.filter((item) => matches(item, app.selection.filters));
  const group = (name: string, title: string, items: Item[]): HTMLElement | null => {
    if (!items.length) return null;
    const limit = limits[name] || AT_ONCE;
    const showMore = (): void => {
      limits[name] = limit + AT_ONCE;
      draw();
    };
    return h(
      "section",
      { class: `group ${name}` },
      h("h3", {}, `${title} `, h("span", { class: "group-count" }, String(items.length))),
      h("ol", { class: "cards" }, ...items.slice(0, limit).map((item) => findingCard(app, item, actions))),
      items.length > limit &&
        h(
          "button",
          { type: "button", class: "button", onclick: showMore },
          t("showMore", items.length - limit),
        ),
    );
  };
  const certainCures = (items: Item[]): HTMLElement | null => {
    const certain = items.flatMap(({ finding }) => (finding.cures || []).filter((cure) => cure.certain));
    if (!certain.length) return null;
    return h(
      "button",
      { type: "button", class: "button primary", id: "accept-certain", onclick: () => accept(app, certain) },
      t("acceptCertain", certain.length),
    );
  };
  const draw = (): void => {
    const all = shown();
    const standing = all.filter((item) => !item.dismissal);
    const nothing = app.checker.result && app.checker.result.report && !app.selection.items.length;
    clear(
      groups,
      nothing && h("p", { class: "empty" }, t("noFindings")),
      !nothing && app.selection.items.length > 0 && !all.length && h("p", { class: "empty" }, t("noMatches")),
      certainCures(standing),
      ...SEVERITIES.map((s) =>
        group(
          s,
          t(`severity_${s}`),
          standing.filter((item) => item.finding.severity === s),
        ),
      ),
      group(
        "dismissed",
        t("dismissedGroup"),
        all.filter((item) => item.dismissal),
      ),
    );
  };
  const card = (key: string): HTMLElement | null => groups.querySelector(`[data-key="${key}"]`);
  const element = h(
    "section",
    { class: "findings", "aria-label": t("findingsLabel") },
    groups,
    status,
    dismissalFile(app, say),
  );
  const scroller = (): Element => element.parentElement || element;
  const focus = (): void => {
    const chosen = app.selection.selected
      ? card(app.selection.selected)
      : groups.querySelector<HTMLElement>(".card");
    if (!chosen) return;
    chosen.querySelector<HTMLElement>(".card-head")!.focus({ preventScroll: true });
    scrollWithin(scroller(), chosen, "nearest");
  };
  const redrawInPlace = (): void => {
    const within = groups.contains(document.activeElement);
    draw();
    if (within) focus();
  };
  app.on("result", redrawInPlace);
  app.on("filters", draw);
  app.on("dismissals", redrawInPlace);
  app.on("selection", () => {
    draw();
    // Chosen in the document: the list follows where it has a place of its own.
    const chosen = app.selection.selected && card(app.selection.selected);
    if (chosen && scrolls(scroller())) scrollWithin(scroller(), chosen, "nearest");
  });
  draw();
  return {
    element,
    step(by) {
      const list = shown().filter((item) => !item.dismissal);
      const at = list.findIndex((item) => item.key === app.selection.selected);
      const next =
        list[at < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(list.length - 1, Math.max(0, at + by))];
      if (!next) return;
      app.selection.select(next.key);
      focus();
    },
    chosen: () => (app.selection.selected ? app.selection.item(app.selection.selected) : undefined),
    focus,
  };
}
