// What was found among the reports: sums of a government that are not those of its bodies, texts that repeat each other.
// The report that adds up the others is recognised by the core, or chosen here.
import type { App } from "../../app";
import type { Batch } from "../../batch/batch";
import type { Row } from "../../batch/row";
import { t } from "../../strings";
import { clear, h } from "../dom";
import { icon } from "../icons";

const SHOWN = 50;

const nameOf = (row: Row): string => (row.survey && row.survey.agency) || row.file.name;

function found(app: App, batch: Batch): HTMLElement[] {
  const items: HTMLElement[] = [];
  for (const row of batch.rows)
    for (const finding of row.relations ? row.relations.findings : [])
      items.push(
        h(
          "li",
          { class: `card ${finding.severity}` },
          h(
            "p",
            { class: "among-head" },
            icon(finding.severity, 16),
            h("strong", {}, finding.title),
            h("button", { type: "button", class: "link", onclick: () => void app.desk.openRow(row) }, nameOf(row)),
          ),
          h("p", { class: "card-message" }, finding.message),
        ),
      );
  return items;
}

// Those that say that they add up others stand first.
function parentChoice(batch: Batch): HTMLElement {
  const select = h("select", { id: "batch-parent", "aria-label": t("parentLabel") });
  select.addEventListener(
    "change",
    () => void batch.chooseParent(select.value ? batch.rows[Number(select.value)]! : null),
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
  const choice = h("div", {});
  const list = h("div", {});
  const title = h("summary", {});
  const box = h("details", { class: "batch-among panel", id: "batch-among" }, title, choice, list);
  let state = "";
  const draw = (): void => {
    const { batch } = desk;
    const ready = !!batch && batch.phase === "done" && batch.rows.length > 2;
    box.hidden = !ready;
    if (!batch || !ready) return void (state = "");
    if (state !== batch.phase) clear(choice, parentChoice(batch));
    state = batch.phase;
    const items = found(app, batch);
    title.textContent = t("amongTitle", items.length);
    const { parent } = batch;
    const level = parent && !(parent.relations && parent.relations.findings.length);
    clear(
      list,
      level && h("p", { class: "hint" }, t("parentLevel", nameOf(parent))),
      h("ul", {}, ...items.slice(0, SHOWN)),
      items.length > SHOWN && h("p", { class: "hint" }, t("andMore", items.length - SHOWN)),
    );
  };
  app.on("rows", draw);
  app.on("desk", draw);
  draw();
  return box;
}
