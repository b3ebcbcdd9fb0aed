// What was found among the reports: sums of a government that are not those of its bodies, texts that repeat
// each other. The report that adds up the others is recognised by the core, or chosen here.
import type { App } from "../../app";
import type { Batch } from "../../batch/batch";
import type { Row } from "../../batch/row";
import type { Relation } from "../../protocol";
import type { Severity } from "../../result";
import { t } from "../../strings";
import { clear, h } from "../dom";
import { icon } from "../icons";

const SHOWN = 50;

const nameOf = (row: Row): string => (row.survey && row.survey.agency) || row.file.name;

function entry(
  app: App,
  severity: Severity,
  title: string,
  rows: Row[],
  name: (row: Row) => string,
): HTMLElement {
  const open = (row: Row): HTMLElement =>
    h("button", { type: "button", class: "link", onclick: () => void app.desk.openRow(row) }, name(row));
  return h(
    "li",
    { class: `card ${severity}` },
    h("p", { class: "among-head" }, icon(severity, 16), h("strong", {}, title), ...rows.map(open)),
  );
}

interface Group {
  finding: Relation["findings"][0];
  rows: Row[];
}

// What texts tell of each other (it is about no cell) is one entry, whoever tells it.
function found(app: App, { rows }: Batch): HTMLElement[] {
  const groups = new Set<Group>();
  const told = new Map<string, Group>(); // by rule and row
  for (const row of rows) {
    if (!row.relations) continue;
    const { findings, related } = row.relations;
    for (const finding of findings) {
      const key = (index: number): string => `${finding.rule} ${index}`;
      const known = finding.cells.length ? undefined : related.find((index) => told.has(key(index)));
      const group = known === undefined ? { finding, rows: [] } : told.get(key(known))!;
      group.rows.push(row);
      groups.add(group);
      told.set(key(row.index), group);
    }
  }
  return Array.from(groups, ({ finding, rows: some }) => {
    const item = entry(app, finding.severity, finding.title, some, nameOf);
    item.appendChild(h("p", { class: "card-message" }, finding.message));
    return item;
  });
}

// Those that say that they add up others stand first.
export function parentChoice({ desk }: App, batch: Batch): HTMLElement {
  const select = h("select", { id: "batch-parent", "aria-label": t("parentLabel") });
  select.addEventListener(
    "change",
    () => void desk.batch!.chooseParent(select.value ? batch.rows[Number(select.value)]! : null),
  );
  select.appendChild(h("option", { value: "" }, t("parentAutomatic")));
  const known = batch.rows.filter((row) => row.survey && row.survey.agency && row.survey.digest);
  const sums = new Set(known.filter((row) => row.survey!.digest!.coversAll));
  const group = (label: string, rows: Row[]): void => {
    if (!rows.length) return;
    const options = rows.map((row) => {
      const selected = batch.parent === row;
      return h(
        "option",
        { value: row.index, selected },
        t("parentOption", nameOf(row), row.survey!.year || t("unknown")),
      );
    });
    select.appendChild(h("optgroup", { label }, ...options));
  };
  group(
    t("parentSums"),
    known.filter((row) => sums.has(row)),
  );
  group(
    t("parentOthers"),
    known.filter((row) => !sums.has(row)),
  );
  return h("label", { class: "parent-choice" }, t("parentLabel"), select);
}

export function batchRelations(app: App): HTMLElement {
  const { desk } = app;
  const list = h("div", {});
  const title = h("summary", {});
  const box = h("details", { class: "batch-among panel", id: "batch-among" }, title, list);
  const draw = (): void => {
    const { batch } = desk;
    const ready = !!batch && batch.phase === "done" && batch.rows.length > 2;
    box.hidden = !ready;
    if (!batch || !ready) return;
    const items = found(app, batch);
    title.textContent = t("amongTitle", items.length);
    clear(
      list,
      h("ul", {}, ...items.slice(0, SHOWN)),
      items.length > SHOWN && h("p", { class: "hint" }, t("andMore", items.length - SHOWN)),
    );
  };
  app.on("rows", draw);
  app.on("desk", draw);
  draw();
  return box;
}
