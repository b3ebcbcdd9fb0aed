// Elements without markup: text is always text, whatever a document holds.
type Child = Node | string | null | undefined | false;
type Props = Record<string, string | number | boolean | null | undefined | ((event: never) => void)>;

// h("button", { class: "x", onclick: f, disabled: true }, "text")
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const name of Object.keys(props)) {
    const value = props[name];
    if (typeof value === "function") element.addEventListener(name.slice(2), value as EventListener);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined)
      element.setAttribute(name, String(value));
  }
  put(element, ...children);
  return element;
}

export function put(parent: Node, ...children: Child[]): void {
  for (const child of children)
    if (child) parent.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
}

export function clear(element: Element, ...children: Child[]): void {
  element.textContent = "";
  put(element, ...children);
}

export const scrolls = (element: Element): boolean => getComputedStyle(element).overflowY !== "visible";

// Brings a piece of a scrolling part into sight without moving the page under the pointer.
export function scrollWithin(container: Element, element: Element, block: "center" | "nearest"): void {
  if (!scrolls(container)) return element.scrollIntoView({ block, inline: "nearest" });
  const outer = container.getBoundingClientRect();
  const inner = element.getBoundingClientRect();
  const above = inner.top - outer.top;
  const below = inner.bottom - outer.bottom;
  if (block === "center") container.scrollTop += (above + below) / 2;
  else if (above < 0 || inner.height > outer.height) container.scrollTop += above;
  else if (below > 0) container.scrollTop += below;
}

// For what may come a frame later: asked for several times, drawn once.
export function inNextFrame(draw: () => void): () => void {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      draw();
    });
  };
}
