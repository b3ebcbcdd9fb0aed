// Small line pictures, drawn in the colour of the text beside them. Decoration only: words say the same.
const SHAPES = {
  error: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z M8.8 8.8l6.4 6.4 M15.2 8.8l-6.4 6.4",
  warning: "M12 3.5L22 20.5H2z M12 10v5 M12 17.6v.4",
  notice: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z M12 11v6 M12 7.4v.4",
  ok: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z M7.8 12.4l2.9 2.9 5.6-6",
  partial: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z M12 3v18 M12 3a9 9 0 0 1 0 18",
  file: "M6 2.8h8.5L19 7.3v13.9H6z M14 2.8v5h5",
  upload: "M12 16V4 M7.5 8.5L12 4l4.5 4.5 M4 15.5v4.7h16v-4.7",
  shield: "M12 2.8l7.5 3v5.4c0 4.7-3.1 8.2-7.5 10-4.4-1.8-7.5-5.3-7.5-10V5.8z M8.6 11.9l2.5 2.5 4.4-4.8",
  print: "M7 8.5V3.5h10v5 M7 17H4V8.5h16V17h-3 M7 14h10v6.5H7z",
  copy: "M8.5 8.5h11v12h-11z M15.5 8.5v-5h-11v12h4",
  undo: "M8.5 5L4 9.5 8.5 14 M4 9.5h10a5.5 5.5 0 0 1 0 11h-3",
  redo: "M15.5 5L20 9.5 15.5 14 M20 9.5H10a5.5 5.5 0 0 0 0 11h3",
  close: "M6 6l12 12 M18 6L6 18",
  down: "M6 9.5l6 6 6-6",
  up: "M6 14.5l6-6 6 6",
  edit: "M4 20l1-4.5L16.5 4 20 7.5 8.5 19z M14 6.5l3.5 3.5",
} as const;

export type IconName = keyof typeof SHAPES;

export function icon(name: IconName, size = 20): SVGSVGElement {
  const ns = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(ns, "svg");
  const path = document.createElementNS(ns, "path");
  path.setAttribute("d", SHAPES[name]);
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("width", String(size));
  svg.setAttribute("height", String(size));
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("focusable", "false");
  svg.appendChild(path);
  return svg;
}
