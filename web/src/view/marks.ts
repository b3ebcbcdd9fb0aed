// Text with the places of findings marked in it. Colour, line and number together say which.
import type { App } from "../app";
import type { FigureMark } from "../figures";
import type { Range, Severity } from "../result";
import { t } from "../strings";
import type { Item } from "../selection";
import { h } from "./dom";

export interface Spot {
  begin: number;
  end: number;
  item: Item;
  first: boolean; // the first place of its finding: it carries the number
}

export interface CellSpot {
  begin: number;
  end: number;
  id: string; // of the form
}

export interface FigureSpot extends FigureMark {
  index: number; // among the figures of the text
}

const WEIGHT: Record<Severity, number> = { error: 0, warning: 1, notice: 2 };

export function spotsOf(items: readonly Item[]): Spot[] {
  const spots: Spot[] = [];
  for (const item of items)
    if (!item.dismissal)
      item.finding.places.forEach(({ range }, i) =>
        spots.push({ begin: range[0], end: range[1], item, first: i === 0 }),
      );
  return spots.sort((a, b) => a.begin - b.begin || b.end - a.end);
}

// Those that lie in or reach into a range; an empty place counts where it stands.
export function within<T extends { begin: number; end: number }>(
  sorted: readonly T[],
  [begin, end]: Range,
): T[] {
  return sorted.filter(
    (s) => (s.begin < end && s.end > begin) || (s.begin === s.end && s.begin >= begin && s.begin <= end),
  );
}

export const gravest = (spots: readonly Spot[]): Severity =>
  spots.map((s) => s.item.finding.severity).sort((a, b) => WEIGHT[a] - WEIGHT[b])[0] || "notice";

export const keysOf = (spots: readonly Spot[]): string => spots.map((s) => s.item.key).join(" ");

export function badge(spot: Spot, choose: (item: Item) => void): HTMLElement {
  const { item } = spot;
  return h(
    "button",
    {
      type: "button",
      class: `badge ${item.finding.severity}`,
      "data-key": item.key,
      title: item.finding.title,
      "aria-label": t("badge", item.number, t(`severity_${item.finding.severity}`), item.finding.title),
      onclick: (event: Event) => {
        event.stopPropagation();
        choose(item);
      },
    },
    String(item.number),
  );
}

function piece(app: App, text: string, covering: Spot[], cells: CellSpot[]): Node {
  let node: Node = document.createTextNode(text);
  if (covering.length) {
    const chosen = covering.some((s) => s.item.key === app.selection.selected);
    node = h(
      "mark",
      {
        class: `${gravest(covering)}${chosen ? " chosen" : ""}`,
        "data-keys": keysOf(covering),
        tabindex: "-1",
      },
      node,
    );
  }
  const cell = cells[0];
  return cell
    ? h("span", { class: "inline-cell", "data-cell": cell.id, tabindex: "-1", title: t("editHint") }, node)
    : node;
}

function figureElement({ class: cls, figures, begin, end, index }: FigureSpot, text: string): HTMLElement {
  return h("span", {
    class: `figure ${cls}`,
    role: "button",
    tabindex: "-1",
    "data-figure": index,
    "aria-label": t("figureName", text.slice(begin, end), t(`figure_${cls}`)),
    title: figures.map((figure) => figure.note).join("\n"),
  });
}

// The text of a range, cut where marks, cells and figures begin and end. A figure holds what lies in it;
// numbers of findings follow behind it, for a button holds no button.
export function markedText(
  app: App,
  text: string,
  [begin, end]: Range,
  spots: Spot[],
  cells: CellSpot[],
  choose: (item: Item) => void,
  figures: FigureSpot[] = [],
): DocumentFragment {
  const out = document.createDocumentFragment();
  const cuts = new Set([begin, end]);
  for (const s of [...spots, ...cells, ...figures]) {
    cuts.add(Math.max(begin, Math.min(end, s.begin)));
    cuts.add(Math.max(begin, Math.min(end, s.end)));
  }
  const sorted = Array.from(cuts).sort((a, b) => a - b);
  let figure: FigureSpot | null = null;
  let into: Node = out;
  const waiting: Node[] = [];
  const put = (node: Node): void => void (figure ? waiting.push(node) : out.appendChild(node));
  const badges = (at: number, empty: boolean): void => {
    for (const s of spots)
      if (s.first && s.end === at && (s.begin === s.end) === empty) {
        if (empty)
          put(
            h(
              "mark",
              { class: `caret ${s.item.finding.severity}`, "data-keys": s.item.key, tabindex: "-1" },
              "‸",
            ),
          );
        put(badge(s, choose));
      }
  };
  sorted.forEach((at, i) => {
    if (i > 0) {
      const from = sorted[i - 1]!;
      const cover = (s: { begin: number; end: number }): boolean =>
        s.begin <= from && s.end >= at && s.begin < s.end;
      into.appendChild(piece(app, text.slice(from, at), spots.filter(cover), cells.filter(cover)));
    }
    if (figure && at >= figure.end) {
      figure = null;
      into = out;
      waiting.splice(0).forEach((node) => out.appendChild(node));
    }
    badges(at, false);
    badges(at, true);
    const opens =
      at < end ? figures.find((f) => f.begin === at || (i === 0 && f.begin < at && f.end > at)) : undefined;
    if (opens) {
      figure = opens;
      into = out.appendChild(figureElement(opens, text));
    }
  });
  waiting.forEach((node) => out.appendChild(node));
  return out;
}
