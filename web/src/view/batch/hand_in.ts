// Who has handed in: the roster, what the core says of it, the questions that a person answers, the county's
// own report held against the sum of the others.
import type { App } from "../../app";
import type { Row } from "../../batch/row";
import { download } from "../../clipboard";
import type { Handing, LineTopic, SheetBlock } from "../../protocol";
import { t } from "../../strings";
import { clear, h } from "../dom";
import { parentChoice } from "./relations";

type Body = Handing["bodies"][0];
type Totals = Handing["totals"][0];

// What has a form of its own below, or stands in the list of relations or in the rows.
const ELSEWHERE: readonly LineTopic[] = ["twice", "asked", "alike", "errors", "difference"];
const MOST_BODIES = 20; // of one cell
const FORMATS: readonly (readonly [format: string, type: string])[] = [
  ["docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ["xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  ["html", "text/html;charset=utf-8"],
];

const button = (words: string, act: () => void, more = ""): HTMLButtonElement =>
  h("button", { type: "button", class: `button small ${more}`.trim(), onclick: act }, words);

// --- the roster -------------------------------------------------------------------------------------------

function rosterPart(app: App): { element: HTMLElement; draw(): void } {
  const { handIn } = app.desk;
  const state = h("span", {});
  const problem = h("p", { class: "hint", role: "alert" });
  const text = h("textarea", {
    id: "roster-text",
    rows: 8,
    placeholder: t("rosterPaste"),
    "aria-label": t("rosterPaste"),
  });
  const form = h("div", { class: "hand-roster", hidden: true });
  const changed = (): void => {
    form.hidden = true;
    draw();
    app.desk.regroup();
  };
  const use = async (bytes: Uint8Array | string): Promise<void> => {
    const why = await handIn.read(bytes).catch(() => t("exportFailed"));
    problem.textContent = why || "";
    if (!why) changed();
  };
  const file = h("input", {
    type: "file",
    id: "roster-file",
    hidden: true,
    accept: ".txt,.csv,.xlsx,.docx",
  });
  file.addEventListener("change", () => {
    const [chosen] = Array.from(file.files || []);
    if (chosen) void chosen.arrayBuffer().then((bytes) => use(new Uint8Array(bytes)));
    file.value = "";
  });
  const drop = button(t("rosterDrop"), () => {
    handIn.roster = null;
    changed();
  });
  form.append(
    text,
    problem,
    h(
      "div",
      { class: "batch-tools" },
      button(t("rosterUse"), () => void use(text.value), "primary"),
      button(t("rosterChoose"), () => file.click()),
      drop,
      file,
    ),
  );
  const edit = button(t("rosterEdit"), () => {
    form.hidden = !form.hidden;
    text.value = handIn.roster ? handIn.roster.names.join("\n") : "";
    if (!form.hidden) text.focus();
  });
  edit.id = "roster-edit";
  const draw = (): void => {
    state.textContent = handIn.roster ? t("rosterSize", handIn.roster.names.length) : t("rosterNone");
    drop.hidden = !handIn.roster;
  };
  return { element: h("div", {}, h("p", { class: "hand-head" }, state, edit), form), draw };
}

// --- what the core says, with buttons where it asks -------------------------------------------------------

function twicePart(app: App, body: Body, rows: readonly Row[]): HTMLElement {
  const all = body.reports.map((i) => rows[i]!);
  const choice = (row: Row): HTMLElement => {
    const input = h("input", {
      type: "radio",
      name: `taken-${body.name}`,
      checked: row.index === body.taken,
    });
    input.addEventListener("change", () => {
      app.desk.handIn.take(row, all);
      app.desk.regroup();
    });
    return h("label", {}, input, row.file.path);
  };
  return h(
    "li",
    {},
    h("strong", {}, `${body.name}：${body.words}`),
    h("span", { class: "row-more" }, body.remark),
    h("fieldset", { class: "hand-choice" }, h("legend", {}, t("whichCounts")), ...all.map(choice)),
  );
}

function questionPart(app: App, body: Body, rows: readonly Row[]): HTMLElement[] {
  return body.questions.map(({ report, words }) => {
    const say = (same: boolean): void => {
      app.desk.handIn.answer(body.name, rows[report]!, same);
      app.desk.regroup();
    };
    return h(
      "li",
      { class: "hand-question" },
      h("span", {}, words),
      button(t("yesItIs"), () => say(true)),
      button(t("noItIsNot"), () => say(false)),
    );
  });
}

function answeredPart(app: App): HTMLElement | null {
  const { handIn } = app.desk;
  const count = handIn.choices.answers.length;
  if (!count) return null;
  const again = (): void => {
    handIn.choices.answers = [];
    app.desk.regroup();
  };
  return h("p", { class: "hand-head" }, t("answered", count), button(t("answerAgain"), again));
}

function tellings(app: App, told: Handing, rows: readonly Row[]): HTMLElement {
  const lines = told.lines.slice(1).filter(({ topic }) => ELSEWHERE.indexOf(topic) < 0);
  return h(
    "ul",
    { class: "hand-lines" },
    ...lines.map(({ topic, text }) => h("li", { "data-topic": topic }, text.trim())),
    ...told.bodies.filter(({ state }) => state === "twice").map((body) => twicePart(app, body, rows)),
    ...told.bodies.reduce<HTMLElement[]>((all, body) => all.concat(questionPart(app, body, rows)), []),
  );
}

// --- the sums ---------------------------------------------------------------------------------------------

// The figures of one cell of those that count, the largest first.
function bodiesOf(told: Handing, rows: readonly Row[], cell: number): HTMLElement {
  const counted = told.bodies.filter(({ taken }) => taken !== null);
  const figures = counted.map(({ name, taken }) => {
    const { figures: all } = JSON.parse(rows[taken!]!.survey!.handed) as { figures: (string | null)[] };
    return { name, figure: all[cell] ?? null };
  });
  const some = figures
    .filter(({ figure }) => figure !== "0")
    .sort((a, b) => Number(b.figure) - Number(a.figure));
  const shown = some
    .slice(0, MOST_BODIES)
    .map(({ name, figure }) => `${name} ${figure === null ? t("unknown") : figure}`);
  return h(
    "details",
    {},
    h("summary", {}, t("differenceBodies")),
    h("p", {}, shown.join("、"), some.length > MOST_BODIES && t("andMore", some.length - MOST_BODIES)),
  );
}

function differences(told: Handing, rows: readonly Row[]): HTMLElement | null {
  const { against } = told;
  if (!against || !against.differences.length) return null;
  const heads = [
    t("differenceCell"),
    t("differenceOwn"),
    t("differenceSum"),
    t("differenceBy"),
    t("differenceWords"),
  ];
  const line = ({ cell, name, own, sum, by, words }: (typeof against.differences)[0]): HTMLElement =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, name),
      ...[own, sum, by].map((number) => h("td", { class: "number" }, number)),
      h("td", {}, h("span", {}, words.slice(name.length + 1)), bodiesOf(told, rows, cell)),
    );
  return h(
    "div",
    { class: "table-scroll", tabindex: "0", role: "region", "aria-label": t("differenceBy") },
    h(
      "table",
      { class: "hand-table", id: "hand-differences" },
      h("thead", {}, h("tr", {}, ...heads.map((text) => h("th", { scope: "col" }, text)))),
      h("tbody", {}, ...against.differences.map(line)),
    ),
  );
}

function block(part: SheetBlock): HTMLElement {
  if ("text" in part) return h("p", {}, part.text);
  return h(
    "div",
    { class: "table-scroll", tabindex: "0", role: "region", "aria-label": t("fileTotals") },
    h(
      "table",
      { class: "hand-table" },
      ...part.rows.map((row) =>
        h(
          "tr",
          {},
          ...row.map(([text, rowspan, colspan, head]) => h(head ? "th" : "td", { rowspan, colspan }, text)),
        ),
      ),
    ),
  );
}

function totalsPart(app: App, { form, blocks }: Totals, newest: boolean): HTMLElement {
  const { desk, service } = app;
  const name = newest ? t("fileTotals") : t("fileTotalsOf", form);
  const take = async (format: string, type: string): Promise<void> => {
    const request = desk.handIn.request(desk.batch!);
    const bytes = await service.engine.ask("totals", { request, form, format });
    download(`${name}.${format}`, bytes as BlobPart, type);
  };
  const formats = FORMATS.map(([format, type]) =>
    h(
      "button",
      {
        type: "button",
        class: "button small",
        "data-totals": format,
        onclick: () => void take(format, type).catch(() => app.tell("exportFailed")),
      },
      format.toUpperCase(),
    ),
  );
  const inside = h("div", { lang: "zh-CN" });
  const box = h(
    "details",
    { class: "hand-totals" },
    h("summary", {}, name),
    h("p", { class: "hand-head" }, t("totalsDownload"), ...formats),
    inside,
  );
  box.addEventListener("toggle", () => {
    if (box.open && !inside.firstChild) clear(inside, ...blocks.map(block));
  });
  return box;
}

// --- together ---------------------------------------------------------------------------------------------

export function batchHandIn(app: App): HTMLElement {
  const { desk } = app;
  const roster = rosterPart(app);
  const title = h("summary", {}, t("handTitle"));
  const said = h("div", { class: "hand-said" });
  const box = h(
    "details",
    { class: "batch-hand panel", id: "hand-in", open: true },
    title,
    roster.element,
    said,
  );
  let drawn: Handing | null = null;
  const draw = (): void => {
    const { batch, handIn } = desk;
    const { told } = handIn;
    box.hidden = !batch || !told;
    if (!batch || !told || told === drawn || batch.phase === "reading") return;
    drawn = told;
    roster.draw();
    const answered = said.contains(document.activeElement);
    clear(title, h("span", {}, told.lines[0]!.text));
    clear(
      said,
      tellings(app, told, batch.rows),
      answeredPart(app),
      parentChoice(app, batch),
      differences(told, batch.rows),
      ...told.totals.map((totals, i) => totalsPart(app, totals, i === 0)),
    );
    if (answered) title.focus(); // what was answered is gone
  };
  app.on("rows", draw);
  app.on("desk", draw);
  draw();
  return box;
}
