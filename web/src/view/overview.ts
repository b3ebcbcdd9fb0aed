// 核对概况: how many sums hold, the map of all cells, the balance of the table that has one, and every check that
// passed or was left out. Folded, and open when it was open last time.
import type { App } from "../app";
import { familyOf, labelOf, words } from "../labels";
import type { FormTable, Report, Tally } from "../result";
import type { Item } from "../selection";
import { recall, remember } from "../settings";
import { t } from "../strings";
import { clear, h, inNextFrame } from "./dom";
import { mapsOf } from "./map";

interface Flow {
  label: string;
  value: number | null;
}

function flow(report: Report, table: FormTable, rows: string[]): Flow[] {
  return rows.map((key) => {
    const row = table.rows.find((r) => r.key === key)!;
    const column = row.columns[row.columns.length - 1]!;
    const cell = report.cells[`${table.key}.${key}.${column.key}`];
    const nil = cell && (cell.state === "blank" || cell.state === "dash");
    return { label: labelOf(row), value: cell ? (nil ? 0 : cell.value) : null };
  });
}

function flowBar(parts: Flow[], scale: number, name: string): HTMLElement {
  const bar = h("div", { class: `flow ${name}` });
  parts.forEach((part, i) => {
    const piece = h("span", { class: `flow-part part-${i}`, title: part.label }, String(part.value));
    piece.style.width = `${(100 * (part.value || 0)) / scale}%`;
    if (!part.value) piece.hidden = true;
    bar.appendChild(piece);
  });
  return bar;
}

function legend(parts: Flow[], name: string): HTMLElement {
  return h(
    "ul",
    { class: `flow-legend ${name}` },
    ...parts.map((part, i) =>
      h("li", {}, h("span", { class: `swatch part-${i}` }), `${part.label} ${part.value}`),
    ),
  );
}

function balance(report: Report, table: FormTable): HTMLElement | null {
  if (!table.balance) return null;
  const incoming = flow(report, table, table.balance.incoming);
  const outgoing = flow(report, table, table.balance.outgoing);
  const all = incoming.concat(outgoing);
  if (all.every((part) => part.value === 0)) return null;
  if (all.some((part) => part.value === null || part.value < 0))
    return h("p", { class: "hint" }, t("balanceUnknown"));
  const total = (parts: Flow[]): number => parts.reduce((sum, part) => sum + (part.value || 0), 0);
  const left = total(incoming);
  const right = total(outgoing);
  const sum = (parts: Flow[]): string => parts.map((part) => part.value).join(" + ");
  const sign = left === right ? "=" : "≠";
  const words = `${sum(incoming)} ${sign} ${sum(outgoing)}`;
  const verdict = left === right ? t("balanceHolds") : t("balanceOff", Math.abs(left - right));
  const scale = Math.max(left, right, 1);
  return h(
    "figure",
    { class: `balance ${left === right ? "level" : "tilted"}` },
    h("figcaption", {}, h("strong", {}, words), ` ${verdict}`),
    h(
      "div",
      { role: "img", "aria-label": `${words}，${verdict}` },
      flowBar(incoming, scale, "incoming"),
      flowBar(outgoing, scale, "outgoing"),
    ),
    legend(incoming, "incoming"),
    legend(outgoing, "outgoing"),
  );
}

// How many sums of the tables hold, do not, could not be worked out; those that fail lead to their finding.
function tally(app: App, choose: (id: string, item: Item | null) => void): HTMLElement | null {
  const { result } = app.checker;
  const counted = result && result.relations;
  if (!counted) return null;
  const { held, failed, unchecked } = counted;
  const itemOf = (cells: { id: string }[]): Item | null =>
    app.selection.items.find(({ finding }) =>
      (finding.relations || []).some(
        (r) => r.cells.map((c) => c.id).join() === cells.map((c) => c.id).join(),
      ),
    ) || null;
  return h(
    "div",
    { class: "tally" },
    failed.length > 0 &&
      h(
        "ul",
        { class: "tally-failed" },
        ...failed.map(({ name, equation, cells }) =>
          h(
            "li",
            {},
            h(
              "button",
              { type: "button", class: "link", onclick: () => choose(cells[0]!.id, itemOf(cells)) },
              t("tallyFailed", name, equation),
            ),
          ),
        ),
      ),
    unchecked.length > 0 &&
      h(
        "details",
        {},
        h("summary", {}, t("tallyUnchecked", unchecked.length)),
        h("ul", {}, ...unchecked.map(({ name }) => h("li", {}, name))),
      ),
    h("p", { class: "hint" }, held + failed.length > 0 ? t("tallyHint") : t("tallyNone")),
  );
}

export function tallyWords({ held, failed, unchecked }: Tally): string {
  const all = held + failed.length + unchecked.length;
  if (held === all) return t(all ? "tallyAll" : "tallyNone", all);
  const parts = [t("tallyHeld", all, held)];
  if (failed.length) parts.push(t("tallyFails", failed.length));
  if (unchecked.length) parts.push(t("tallyOpen", unchecked.length));
  return parts.join(t("comma"));
}

function line(name: string, role: string): HTMLElement {
  return h("li", { class: role }, name);
}

// Every check that passed or was left out, by family; what does not apply to this report stands apart.
function checks(app: App): HTMLElement {
  const { result, labels } = app.checker;
  const { catalogue } = app.service;
  const box = h("div", { class: "passed" });
  if (!result || !catalogue || !labels) return box;
  const off = (kind: string | undefined): boolean => kind === "not-applicable" || kind === "switched-off";
  for (const family of catalogue.families) {
    const passed = result.passed.filter((p) => familyOf(p.rule) === family.id);
    const skipped = result.skipped.filter((s) => familyOf(s.rule) === family.id && !off(s.kind));
    if (!passed.length && !skipped.length) continue;
    box.appendChild(h("h3", {}, words(family.name)));
    const list = h("ul", {});
    for (const p of passed)
      list.appendChild(line(t("passedItem", labels.checkName(p.rule), p.count), "held"));
    for (const s of skipped)
      list.appendChild(line(t("skippedItem", labels.checkName(s.rule), s.reason), "left-out"));
    box.appendChild(list);
  }
  const without = result.skipped.filter((s) => off(s.kind));
  if (!without.length) return box;
  box.appendChild(h("h3", {}, t("notApplicable")));
  box.appendChild(
    h(
      "ul",
      {},
      ...without.map((s) => line(t("skippedItem", labels.checkName(s.rule), s.reason), "left-out")),
    ),
  );
  return box;
}

function passedDetails(app: App): HTMLElement {
  const details = h("details", { class: "passed-details" }, h("summary", {}, t("showPassed")));
  details.addEventListener("toggle", () => {
    const old = details.querySelector(".passed");
    if (old) old.remove();
    if (details.open) details.appendChild(checks(app));
  });
  return details;
}

const OPEN = "nianbao.view"; // "overview", when it was open last

export function overview(app: App, choose: (id: string, item: Item | null) => void): HTMLElement {
  const words_ = h("span", { class: "overview-words" });
  const inside = h("div", { class: "overview-inside" });
  const box = h(
    "details",
    { class: "overview panel", id: "overview", open: recall(OPEN) === "overview" },
    h("summary", {}, t("summaryLabel"), words_),
    inside,
  );
  const fill = (): void => {
    clear(inside);
    const report = app.checker.result && app.checker.result.report;
    const { labels } = app.checker;
    if (!box.open || !report || !labels || !labels.form) return;
    clear(
      inside,
      tally(app, choose),
      mapsOf(app, choose),
      ...labels.form.tables.map((table) => balance(report, table)),
      passedDetails(app),
    );
  };
  box.addEventListener("toggle", () => {
    remember(OPEN, box.open ? "overview" : "");
    fill();
  });
  const draw = (): void => {
    const { result } = app.checker;
    box.hidden = !result || !result.report;
    words_.textContent = result && result.relations ? tallyWords(result.relations) : "";
    fill();
  };
  const soon = inNextFrame(draw); // after the verdict
  app.on("result", soon);
  app.on("dismissals", soon);
  draw();
  return box;
}
