// The keys of the findings: j and k choose, Enter goes to the place, Esc comes back; Ctrl+Z and Ctrl+Y for
// what was changed.
import type { App } from "../app";
import type { DocumentPane } from "./document";
import type { FindingsView } from "./findings";

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

// False when it is none of ours.
function undoOrRedo(app: App, { key, shiftKey }: KeyboardEvent): boolean {
  const pressed = key.toLowerCase();
  if (pressed === "z" && !shiftKey) app.trial.undo();
  else if (pressed === "y" || pressed === "z") app.trial.redo();
  else return false;
  return true;
}

export function keys(app: App, list: FindingsView, pane: DocumentPane): void {
  document.onkeydown = (event) => {
    if (
      event.altKey ||
      isTyping(event.target) ||
      !app.checker.result ||
      document.querySelector("dialog[open]")
    )
      return;
    if (event.ctrlKey || event.metaKey) {
      if (undoOrRedo(app, event)) event.preventDefault();
      return;
    }
    const item = list.chosen();
    if (event.key === "j") list.step(1);
    else if (event.key === "k") list.step(-1);
    else if (event.key === "Escape") list.focus();
    else if (
      event.key === "Enter" &&
      item &&
      !(event.target as Element).closest("button, a, summary, label, [data-cell]")
    )
      pane.reveal(item, 0);
    else return;
    event.preventDefault();
  };
}
