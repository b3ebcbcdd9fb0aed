// What has been changed for trial: each change with its old and new text, undo, redo, and the way back to the
// original.
import type { App } from "../app";
import { difference } from "../difference";
import { type Edit, shownRanges } from "../edits";
import { t } from "../strings";
import { clear, h } from "./dom";
import { icon } from "./icons";

const EXCERPT = 40;

const excerpt = (text: string): string =>
  text.trim() === "" ? t("blankText") : text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text;

function nameOf(app: App, edit: Edit): string {
  const { result, labels } = app.checker;
  const [begin, end] = shownRanges(app.session.history.current)[
    app.session.history.current.indexOf(edit)
  ] || [0, 0];
  const cells = result && result.report ? result.report.cells : {};
  const id = Object.keys(cells).find((key) => cells[key]!.range[0] === begin && cells[key]!.range[1] === end);
  return id && labels ? labels.cellName(id) : t("inText");
}

export function changeWords(app: App, edit: Edit): string {
  const was = app.checker.originalText.slice(edit.range[0], edit.range[1]);
  const whole = was.length < EXCERPT && !/[^\d.,]/.test(was); // a cell
  const [before, after] = whole ? [was, edit.text] : difference(was, edit.text).map(({ text }) => text);
  return t("changeIs", nameOf(app, edit), excerpt(before!), excerpt(after!));
}

export function changes(app: App): HTMLElement {
  const box = h("section", { class: "changes panel", "aria-label": t("changesLabel"), id: "changes" });
  let open = false;
  const tool = (
    id: string,
    picture: "undo" | "redo",
    label: string,
    can: boolean,
    act: () => void,
  ): HTMLElement =>
    h(
      "button",
      { type: "button", class: "button small", id, disabled: !can, onclick: act },
      icon(picture, 14),
      label,
    );
  const remove = (edit: Edit): void =>
    app.trial.set(app.session.history.current.filter((other) => other !== edit));
  const draw = (): void => {
    const { history } = app.session;
    const typed = app.session.source !== app.session.first;
    box.hidden = !app.checker.result || !(app.session.touched || history.canRedo || history.canUndo);
    if (box.hidden) return;
    const list = h(
      "details",
      { open },
      h("summary", {}, t("changesTitle", history.current.length + (typed ? 1 : 0))),
      h("p", { class: "hint" }, t("changesHint")),
      h(
        "ol",
        {},
        typed && h("li", {}, t("textEdited")),
        ...history.current.map((edit) =>
          h(
            "li",
            {},
            changeWords(app, edit),
            h("button", { type: "button", class: "link", onclick: () => remove(edit) }, t("undoThis")),
          ),
        ),
      ),
    );
    list.addEventListener("toggle", () => (open = list.open));
    clear(
      box,
      list,
      h(
        "div",
        { class: "change-tools" },
        tool("undo", "undo", t("undo"), history.canUndo, () => app.trial.undo()),
        tool("redo", "redo", t("redo"), history.canRedo, () => app.trial.redo()),
        h(
          "button",
          {
            type: "button",
            class: "button small",
            id: "restore",
            disabled: !app.session.touched,
            onclick: () => app.session.restore(),
          },
          t("restore"),
        ),
      ),
    );
  };
  app.on("result", draw);
  app.on("source", draw);
  draw();
  return box;
}
