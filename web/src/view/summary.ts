// How many relations hold, do not hold, could not be checked; and, on demand, every check that passed or was left out.
import type { App } from "../app";
import { familyOf, words } from "../labels";
import { t } from "../strings";
import { clear, h } from "./dom";

interface Tally {
  passed: number;
  failed: number;
  open: number;
}

// Counts over the families whose rules hold numbers against numbers.
export function tally(app: App): Tally {
  const sum: Tally = { passed: 0, failed: 0, open: 0 };
  const { result } = app.checker;
  const { catalogue } = app.service;
  if (!result || !catalogue) return sum;
  const relations = new Set(catalogue.families.filter((f) => f.relations).map((f) => f.id));
  const counts = (rule: string): boolean => relations.has(familyOf(rule));
  for (const p of result.passed) if (counts(p.rule)) sum.passed += p.count;
  for (const { finding, dismissal } of app.selection.items)
    if (!dismissal && counts(finding.rule)) sum.failed += Math.max(1, (finding.violates || []).length);
  for (const s of result.skipped) if (counts(s.rule)) sum.open += 1;
  return sum;
}

function bar({ passed, failed, open }: Tally): HTMLElement {
  const all = Math.max(1, passed + failed + open);
  const part = (name: string, count: number): HTMLElement => {
    const piece = h("span", { class: name });
    piece.style.width = `${(100 * count) / all}%`;
    return piece;
  };
  return h(
    "div",
    { class: "tally-bar", "aria-hidden": "true" },
    part("ok", passed),
    part("bad", failed),
    part("open", open),
  );
}

function passedList(app: App): HTMLElement {
  const { result, labels } = app.checker;
  const { catalogue } = app.service;
  const box = h("div", { class: "passed" });
  if (!result || !catalogue || !labels) return box;
  for (const family of catalogue.families) {
    const passed = result.passed.filter((p) => familyOf(p.rule) === family.id);
    const skipped = result.skipped.filter((s) => familyOf(s.rule) === family.id);
    if (!passed.length && !skipped.length) continue;
    box.appendChild(h("h3", {}, words(family.name)));
    const list = h("ul", {});
    for (const p of passed)
      list.appendChild(h("li", { class: "held" }, t("passedItem", labels.ruleTitle(p.rule), p.count)));
    for (const s of skipped)
      list.appendChild(h("li", { class: "left-out" }, t("skippedItem", labels.ruleTitle(s.rule), s.reason)));
    box.appendChild(list);
  }
  return box;
}

export function summary(app: App): HTMLElement {
  const words_ = h("p", { class: "tally" });
  const picture = h("div", {});
  const details = h("details", { class: "passed-details" }, h("summary", {}, t("showPassed")));
  const fill = (): void => {
    const old = details.querySelector(".passed");
    if (old) old.remove();
    if (details.open) details.appendChild(passedList(app));
  };
  details.addEventListener("toggle", fill);
  const box = h("section", { class: "summary panel", "aria-label": t("summaryLabel") }, words_, picture, details);
  const draw = (): void => {
    box.hidden = !app.checker.result || !app.checker.result.report;
    const counted = tally(app);
    const all = counted.passed + counted.failed + counted.open;
    words_.textContent = t("tally", all, counted.passed, counted.failed, counted.open);
    clear(picture, bar(counted));
    fill();
  };
  app.on("result", draw);
  app.on("dismissals", draw);
  draw();
  return box;
}
