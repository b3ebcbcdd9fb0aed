// One line of the list, and the head of the columns.
import type { App } from "../../app";
import { figure, type Figures, figuresOf } from "../../batch/figures";
import type { Column } from "../../batch/listing";
import { type Row, type RowVerdict, type Work, WORKS } from "../../batch/row";
import { Labels } from "../../labels";
import { type MessageKey, t } from "../../strings";
import { clear, h, put } from "../dom";
import { icon, type IconName } from "../icons";

export const COLUMNS: readonly (readonly [Column, MessageKey])[] = [
  ["name", "columnName"],
  ["agency", "columnAgency"],
  ["year", "columnYear"],
  ["form", "columnForm"],
  ["verdict", "columnVerdict"],
  ["errors", "severity_error"],
  ["warnings", "severity_warning"],
  ["notices", "severity_notice"],
  ["received", "columnReceived"],
  ["handled", "columnHandled"],
  ["work", "columnWork"],
];
const NUMBERS: readonly Column[] = ["errors", "warnings", "notices", "received", "handled"];
const isFigure = (column: Column): column is keyof Figures => column === "received" || column === "handled";

const PICTURES: Record<RowVerdict, IconName> = {
  failed: "warning",
  unreadable: "notice",
  errors: "error",
  partial: "partial",
  warnings: "warning",
  dismissed: "warning",
  limited: "partial",
  clean: "ok",
  waiting: "file",
};

// Which cells of the form stand in a column of figures.
function cellNames(app: App, column: keyof Figures): string {
  const { catalogue } = app.service;
  const newest = catalogue && catalogue.forms[catalogue.forms.length - 1];
  const figures = newest && figuresOf(catalogue, newest.form);
  return figures ? new Labels(catalogue, newest.form).cellName(figures[column]) : "";
}

export function columnHeads(app: App): HTMLElement[] {
  const { listing } = app.desk;
  return COLUMNS.map(([column, name]) => {
    const sorted = listing.by === column;
    const turn = (): void =>
      app.desk.list({ by: column, down: sorted ? !listing.down : NUMBERS.indexOf(column) >= 0 });
    const title = isFigure(column) ? cellNames(app, column) : null;
    return h(
      "th",
      {
        scope: "col",
        role: "columnheader",
        class: `col-${column}`,
        "aria-sort": sorted ? (listing.down ? "descending" : "ascending") : null,
      },
      h(
        "button",
        { type: "button", class: "sort", title, onclick: turn, "data-sort": column },
        t(name),
        h("span", { class: "sort-mark", "aria-hidden": "true" }, sorted ? (listing.down ? "▾" : "▴") : ""),
      ),
    );
  });
}

function failureWords({ failure }: Row): string {
  if (failure && typeof failure === "object") return failure.words;
  return t(failure === "gone" ? "fileGone" : "fileCrashed");
}

function verdictCell(app: App, row: Row): Node[] {
  const { verdict } = row;
  const name = row.state === "checking" ? t("rowChecking") : t(`row_${verdict}` as MessageKey);
  const why = verdict === "failed" ? failureWords(row) : row.survey && row.survey.problem;
  const known = verdict === "unreadable" || verdict === "partial" || verdict === "failed";
  return [
    h("span", { class: `row-verdict ${verdict}` }, icon(PICTURES[verdict], 16), name),
    ...(known && why ? [h("span", { class: "row-more", title: why }, why)] : []),
    ...moreOf(app, row).map((words) => h("span", { class: "row-more", title: words }, words)),
  ];
}

// What the report's body has to do with the roster, and what became of it since.
function moreOf(app: App, row: Row): string[] {
  const { told } = app.desk.handIn;
  const { change } = row;
  const body =
    told && told.bodies.find(({ state, reports }) => state === "twice" && reports.indexOf(row.index) >= 0);
  const stray = told && told.strays[row.index];
  return [
    body ? body.words : "",
    stray && row.survey && row.survey.form ? stray : "",
    row.survey && row.survey.dismissed ? t("rowDismissed", row.survey.dismissed) : "",
    row.accepted ? t("rowAccepted", row.accepted) : "",
    change ? t("rowChange", change.gone, change.fresh, change.cells) : "",
    row.file.missing ? t("rowMissing") : "",
  ].filter((words) => words);
}

function workCell(app: App, row: Row): Node[] {
  const { name } = row.file;
  const select = h("select", { "aria-label": t("workOf", name) });
  for (const work of ["" as Work, ...WORKS])
    select.appendChild(
      h("option", { value: work, selected: row.work === work }, work ? t(`work_${work}`) : "—"),
    );
  select.addEventListener("change", () => app.desk.note(row, { work: select.value as Work }));
  const note = h("input", {
    type: "text",
    placeholder: t("notePlace"),
    "aria-label": t("noteOf", name),
    value: row.note,
  });
  note.addEventListener("change", () => app.desk.note(row, { note: note.value }));
  return [h("span", { class: "row-work" }, select, note)];
}

const TAIL = 12; // characters: what tells files of one name apart, （定稿）.docx, (1).docx

function nameCell(row: Row): Node[] {
  const { name, path } = row.file;
  const folder = path.slice(0, -name.length).replace(/\/$/, "");
  return [
    h(
      "button",
      { type: "button", class: "open-row", title: path },
      h("span", {}, name.slice(0, -TAIL)),
      name.slice(-TAIL),
    ),
    ...(folder ? [h("span", { class: "row-more", title: folder }, folder)] : []),
  ];
}

function figureText(app: App, row: Row, which: keyof Figures): string {
  const cell = figure(app.service.catalogue, row, which);
  if (cell) return cell.value === null ? cell.text : String(cell.value);
  return row.survey && row.survey.form ? t("unknown") : "";
}

export function contents(app: App, row: Row, column: Column): (Node | string)[] {
  const { survey } = row;
  if (column === "name") return nameCell(row);
  if (column === "verdict") return verdictCell(app, row);
  if (column === "work") return workCell(app, row);
  if (!survey || survey.outcome === "unreadable") return [];
  if (isFigure(column)) return [figureText(app, row, column)];
  if (column === "errors" || column === "warnings" || column === "notices") return [String(row[column])];
  if (column === "agency") return [survey.agency || t("unknown")];
  if (column === "form") return [survey.form || ""];
  const against = row.previous && row.previous.survey && row.previous.survey.year;
  return [
    survey.year ? String(survey.year) : t("unknown"),
    ...(against ? [h("span", { class: "row-more" }, t("rowAgainst", against))] : []),
  ];
}

export function fillRow(app: App, element: HTMLTableRowElement, row: Row): void {
  const active = document.activeElement;
  if (active && active.matches("input, select") && element.contains(active)) return; // it is being written in
  element.dataset.row = String(row.index);
  element.dataset.verdict = row.verdict;
  clear(element);
  for (const [column, name] of COLUMNS) {
    const cell = h("td", { role: "cell", class: `col-${column}`, "data-name": t(name) });
    put(cell, ...contents(app, row, column));
    if (column === "agency") cell.title = cell.textContent || "";
    element.appendChild(cell);
  }
}
