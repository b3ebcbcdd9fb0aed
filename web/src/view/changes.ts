// What has been changed for trial: each change with its old and new text, undo, redo, and the way back to the original.
import type { App } from "../app";
import { type Edit, shownRanges } from "../edits";
import { t } from "../strings";
import { clear, h } from "./dom";
import { icon } from "./icons";

const EXCERPT = 40;

const excerpt = (text: string): string =>
  text.trim() === "" ? t("blankText") : text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text;

function nameOf(app: App, edit: Edit): string {
  const { result, labels } = app.checker;
  const [begin, end] = shownRanges(app.session.history.current)[app.session.history.current.indexOf(edit)] || [0, 0];
  const cells = result && result.report ? result.report.cells : {};
  const id = Object.keys(cells).find((key) => cells[key]!.range[0] === begin && cells[key]!.range[1] === end);
  return id && labels ? labels.cellName(id) : t("inText");
}

// Only what differs: a change in a paragraph is shown as the words around it, and never as a part of a number.
function difference(before: string, after: string): [string, string] {
  if (before.length < EXCERPT && after.length < EXCERPT && !/[^\d.,]/.test(before)) return [before, after];
  const digit = (text: string, at: number): boolean => /[\d.,%]/.test(text.charAt(at));
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const rest = Math.min(before.length, after.length) - head;
  while (tail < rest && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  while (head > 0 && digit(before, head - 1) && (digit(before, head) || digit(after, head))) head--;
  const cut = (text: string): number => text.length - tail;
  while (tail > 0 && digit(before, cut(before)) && (digit(before, cut(before) - 1) || digit(after, cut(after) - 1)))
    tail--;
  const unit = tail > 0 && digit(before, cut(before) - 1) ? 1 : 0; // 29件 rather than 29
  const shown = (text: string): string => text.slice(head, cut(text) + unit);
  return [shown(before), shown(after)];
}

export function changeWords(app: App, edit: Edit): string {
  const [before, after] = difference(app.checker.originalText.slice(edit.range[0], edit.range[1]), edit.text);
  return t("changeIs", nameOf(app, edit), excerpt(before), excerpt(after));
}

export function changes(app: App): HTMLElement {
  const box = h("section", { class: "changes panel", "aria-label": t("changesLabel"), id: "changes" });
  let open = false;
  const tool = (id: string, picture: "undo" | "redo", label: string, can: boolean, act: () => void): HTMLElement =>
    h("button", { type: "button", class: "button small", id, disabled: !can, onclick: act }, icon(picture, 14), label);
  const remove = (edit: Edit): void => app.trial.set(app.session.history.current.filter((other) => other !== edit));
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
