// The cells of a finding lit in the document: the rows and columns of its broken sums with the signs between
// their numbers, the cell that is wrong, and what it should be.
import type { App } from "../app";
import type { Relation, Report } from "../result";
import { t } from "../strings";
import type { Item } from "../selection";
import { clear, h } from "./dom";
import { type Proposal, proposals, proposalWords, relationLine } from "./relations";

interface Light {
  rowSign: string; // left of the number
  columnSign: string; // above it
  notes: string[]; // ids of what describes it
  proposal: Proposal | undefined;
}

type Lights = Map<string, Light>;

const NOTE = "light-note-";

// How the sum runs in the document, which need not be how it runs in the form: 表四 is one row there.
function direction(report: Report, relation: Relation): "row" | "column" | "" {
  const cells = relation.cells.map(({ id }) => report.cells[id]);
  const [first] = cells;
  if (!first || first.table === undefined) return "";
  const same = (key: "row" | "column"): boolean =>
    cells.every((c) => !!c && c.table === first.table && c[key] === first[key]);
  return same("row") ? "row" : same("column") ? "column" : "";
}

const signAt = (relation: Relation, i: number): string => {
  const { sign } = relation.cells[i]!;
  const first = i === 0 || relation.cells[i - 1]!.sign !== sign;
  return first ? (sign > 0 ? "" : "≠") : "+";
};

// Of all its broken sums, or of one of them.
function lightsOf(app: App, item: Item | undefined, only: number | null): Lights {
  const lights: Lights = new Map();
  const report = app.checker.result && app.checker.result.report;
  if (!item || !report) return lights;
  const { finding } = item;
  const suspects = proposals(finding);
  const at = (id: string): Light => {
    const known = lights.get(id) || { rowSign: "", columnSign: "", notes: [], proposal: suspects.get(id) };
    lights.set(id, known);
    return known;
  };
  (finding.relations || []).forEach((relation, r) => {
    if (only !== null && only !== r) return;
    const way = direction(report, relation);
    relation.cells.forEach(({ id }, i) => {
      const one = at(id);
      one.notes.push(`${NOTE}${r}`);
      if (way === "row") one.rowSign = one.rowSign || signAt(relation, i);
      if (way === "column") one.columnSign = one.columnSign || signAt(relation, i);
    });
  });
  if (!finding.relations) finding.cells.forEach(at);
  return lights;
}

// What the lit cells' descriptions refer to.
function lightNotes(app: App, item: Item | undefined, box: HTMLElement): void {
  clear(box);
  if (!item) return;
  (item.finding.relations || []).forEach((relation, i) =>
    box.appendChild(h("p", { id: `${NOTE}${i}` }, relationLine(app, relation))),
  );
  proposals(item.finding).forEach((proposal, id) =>
    box.appendChild(h("p", { id: `${NOTE}${id}` }, t("suspectCell", proposalWords(proposal)))),
  );
}

function unlight(element: HTMLElement): void {
  element.classList.remove("lit", "guilty", "candidate");
  delete element.dataset.rowSign;
  delete element.dataset.columnSign;
  element.removeAttribute("aria-describedby");
  element.querySelectorAll(".proposal").forEach((e) => e.remove());
}

function light(element: HTMLElement, id: string, { rowSign, columnSign, notes, proposal }: Light): void {
  element.classList.add("lit");
  if (rowSign) element.dataset.rowSign = rowSign;
  if (columnSign) element.dataset.columnSign = columnSign;
  const described = proposal ? [`${NOTE}${id}`, ...notes] : notes;
  if (described.length) element.setAttribute("aria-describedby", described.join(" "));
  if (!proposal) return;
  element.classList.add(proposal.sure ? "guilty" : "candidate");
  if (proposal.value !== null && !element.classList.contains("editing"))
    element.appendChild(h("span", { class: "proposal", "aria-hidden": "true" }, `→${proposal.value}`));
}

// Lights the finding that is pointed at, or one of its sums; otherwise the chosen one.
export class CellLights {
  readonly notes = h("div", { hidden: true });
  private lights: Lights = new Map();
  private pointed: { key: string; relation: number | null } | null = null;

  constructor(
    private readonly app: App,
    private readonly root: HTMLElement,
  ) {}

  point(key: string | null, relation: number | null = null): void {
    const { pointed } = this;
    if (key === (pointed && pointed.key) && relation === (pointed && pointed.relation)) return;
    this.pointed = key === null ? null : { key, relation };
    this.refresh();
  }

  // For a new result, before it is drawn.
  find(): void {
    const { app, pointed } = this;
    const item = pointed ? app.selection.item(pointed.key) : undefined;
    const shown = item || (app.selection.selected ? app.selection.item(app.selection.selected) : undefined);
    this.lights = lightsOf(app, shown, item ? pointed!.relation : null);
    lightNotes(app, shown, this.notes);
  }

  refresh(): void {
    this.find();
    this.paint(this.root);
  }

  paint(part: HTMLElement): void {
    part.querySelectorAll<HTMLElement>(".lit").forEach(unlight);
    if (!this.lights.size) return;
    part.querySelectorAll<HTMLElement>("[data-cell]").forEach((element) => {
      const id = element.dataset.cell!;
      const one = this.lights.get(id);
      if (one) light(element, id, one);
    });
  }
}
