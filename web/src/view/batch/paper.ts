// The list of many reports on paper: all of it, whatever the window shows.
import type { App } from "../../app";
import { listed } from "../../batch/listing";
import type { Row } from "../../batch/row";
import { t } from "../../strings";
import { h } from "../dom";
import { dateParts } from "../verdict";
import { COLUMNS, contents } from "./row";

export function listOnPaper(app: App): HTMLElement[] {
  const { batch, listing } = app.desk;
  if (!batch) return [];
  const rows = listed(batch.rows, listing, app.service.catalogue);
  const line = (row: Row, i: number): HTMLElement =>
    h(
      "tr",
      {},
      h("td", {}, String(i + 1)),
      ...COLUMNS.map(([column]) => {
        const cell = h("td", {});
        cell.append(...contents(app, row, column));
        cell.querySelectorAll(".icon").forEach((icon) => icon.remove());
        if (column === "work")
          cell.textContent = [row.work && t(`work_${row.work}`), row.note].filter(Boolean).join("，");
        return cell;
      }),
    );
  return [
    h("h1", {}, t("paperTitle")),
    h("p", {}, t("paperCount", rows.length, t("dateIs", ...dateParts()))),
    h(
      "table",
      { class: "paper-list" },
      h(
        "thead",
        {},
        h("tr", {}, h("th", {}, t("paperNumber")), ...COLUMNS.map(([, name]) => h("th", {}, t(name)))),
      ),
      h("tbody", {}, ...rows.map(line)),
    ),
  ];
}
