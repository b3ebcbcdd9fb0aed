// Both years side by side: every cell with its difference, and how much of the text stayed as it was.
import type { App } from "../../app";
import { changed, columnsOf, type Line, linesOf } from "../../batch/years";
import { labelOf } from "../../labels";
import type { Comparison, FormTable, ReportCell, Result } from "../../result";
import { t } from "../../strings";
import { yearsBeside } from "../beside";
import { clear, h } from "../dom";

type Shown = Pick<ReportCell, "value" | "text" | "state"> | undefined;

function cellText(cell: Shown): string {
  if (!cell) return t("cell_absent");
  if (cell.state === "blank") return t("blankText");
  if (cell.state === "unread") return t("unknown");
  return cell.value === null ? cell.text : String(cell.value);
}

const signed = (value: number): string => (value > 0 ? `+${value}` : String(value));

function lineRow(line: Line): HTMLElement {
  const { difference, percent } = line;
  const percentText = difference === 0 ? "" : percent === null ? "" : `${signed(percent)}%`;
  return h(
    "tr",
    { class: changed(line) ? "differs" : null },
    h("th", { scope: "row" }, line.name),
    h("td", {}, cellText(line.now)),
    h("td", {}, cellText(line.before)),
    h("td", {}, difference === null ? t("cannotTell") : difference === 0 ? "0" : signed(difference)),
    h("td", {}, percentText),
  );
}

class TableView {
  readonly element = h("section", { class: "years-table" });
  private readonly body = h("tbody", {});

  constructor(
    private readonly result: Result,
    private readonly table: FormTable,
    name: string,
    years: readonly [string, string],
  ) {
    const columns = columnsOf(table);
    const last = columns[columns.length - 1];
    const select = h("select", {
      "aria-label": t("yearsColumn", name),
      onchange: () => this.draw(select.value),
    });
    for (const c of columns)
      select.appendChild(h("option", { value: c.key, selected: c === last }, labelOf(c)));
    const head = [t("yearsItem"), ...years, t("yearsDifference"), t("yearsPercent")];
    this.element.append(
      h("div", { class: "years-head" }, h("h4", {}, name), columns.length > 0 && select),
      h(
        "div",
        { class: "table-scroll", tabindex: "0", role: "region", "aria-label": name },
        h(
          "table",
          {},
          h("thead", {}, h("tr", {}, ...head.map((text) => h("th", { scope: "col" }, text)))),
          this.body,
        ),
      ),
    );
    this.draw(last ? last.key : "");
  }

  private draw(column: string): void {
    clear(this.body, ...linesOf(this.result, this.table, column).map(lineRow));
  }
}

function sectionList(result: Result, comparison: Comparison): HTMLElement | null {
  const { report } = result;
  if (!report || !comparison.sections.length) return null;
  const items = comparison.sections.map(({ number, alike, unchanged }) => {
    const section = report.sections.find((s) => s.number === number);
    const filled = h("div", { class: "bar-filled" });
    filled.style.width = `${alike}%`;
    return h(
      "li",
      {},
      h("span", {}, section ? section.heading : String(number)),
      h("div", { class: "bar", "aria-hidden": "true" }, filled),
      h(
        "span",
        { class: "years-share" },
        alike === 0 && unchanged > 0 ? t("yearsShort") : t("yearsAlike", alike),
      ),
    );
  });
  return h("section", {}, h("h4", {}, t("yearsText")), h("ul", { class: "years-sections" }, ...items));
}

export function comparisonPane(app: App): HTMLElement {
  const only = h("input", { type: "checkbox", id: "years-only" });
  const inside = h("div", {});
  only.addEventListener("change", () => pane.classList.toggle("only-changed", only.checked));
  const pane = h(
    "div",
    { class: "years-pane", tabindex: "0", role: "region", "aria-label": t("paneYears") },
    h("label", { class: "years-only" }, only, t("yearsOnly")),
    inside,
  );
  const draw = (): void => {
    const { result, labels } = app.checker;
    const { pane: shown } = app.selection;
    const comparison = result && result.comparison;
    if (!result || !comparison || !labels || !labels.form || !result.report || shown !== "years")
      return clear(inside);
    const yearName = (year: number | null, otherwise: string): string =>
      year ? t("reportYear", year) : otherwise;
    const years = [
      yearName(result.report.year, t("yearsNow")),
      yearName(comparison.previous.year, t("yearsBefore")),
    ] as const;
    clear(
      inside,
      h("h3", {}, t("yearsTitle", ...years)),
      comparison.reason ? h("p", { class: "years-notice" }, comparison.reason) : null,
      sectionList(result, comparison),
      yearsBeside(app, [years[1], years[0]]),
      ...labels.form.tables.map(
        (table) => new TableView(result, table, labels.tableName(table), years).element,
      ),
    );
  };
  app.on("result", draw);
  app.on("pane", draw);
  draw();
  return pane;
}
