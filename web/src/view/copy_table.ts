// A table as it stands after the changes, back to Word, WPS or Excel: HTML with its spans and tab-separated
// text.
import type { App } from "../app";
import { copy } from "../clipboard";
import { CELL_FIELDS, type Result } from "../result";
import { t } from "../strings";
import { h } from "./dom";
import { icon } from "./icons";
import { saidFor } from "./said";

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
}

export function tableHtml(result: Result, index: number): string {
  const { rows, cells } = result.layout.tables[index]!;
  const lines: string[] = Array.from({ length: rows }, () => "");
  for (let at = 0; at < cells.length; at += CELL_FIELDS) {
    const row = cells[at + 2]!;
    const spans = `${cells[at + 4]! > 1 ? ` rowspan="${cells[at + 4]}"` : ""}${cells[at + 5]! > 1 ? ` colspan="${cells[at + 5]}"` : ""}`;
    lines[row] += `<td${spans}>${escapeHtml(result.text.slice(cells[at]!, cells[at + 1]!))}</td>`;
  }
  return `<table border="1" style="border-collapse:collapse">${lines.map((line) => `<tr>${line}</tr>`).join("")}</table>`;
}

export function tableText(result: Result, index: number): string {
  const { rows, columns, cells } = result.layout.tables[index]!;
  const grid: string[][] = Array.from({ length: rows }, () => new Array<string>(columns).fill(""));
  for (let at = 0; at < cells.length; at += CELL_FIELDS)
    grid[cells[at + 2]!]![cells[at + 3]!] = result.text
      .slice(cells[at]!, cells[at + 1]!)
      .replace(/[\t\r\n\v]+/g, " ");
  return grid.map((line) => line.join("\t")).join("\n");
}

export function copyTableButton(app: App, index: number): HTMLElement {
  const button = h("button", { type: "button", class: "copy-table" }, icon("copy", 14), t("copyTable"));
  const said = saidFor(button, t("copyTable"));
  button.addEventListener("click", () => {
    const { result } = app.checker;
    said(result && copy(tableText(result, index), tableHtml(result, index)) ? t("copied") : t("copyFailed"));
  });
  return button;
}
