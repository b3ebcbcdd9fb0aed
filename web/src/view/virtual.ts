// A long column of parts of which only those near the window are drawn, a few in every frame. The others are empty boxes
// of the height that they had or are thought to have.
import { h, scrolls } from "./dom";

const KEEP_ALL = 30; // parts: what is shorter is drawn at once and stays
const MARGIN = 1000; // pixels around the window that are drawn ahead
const FRAME = 10; // ms of drawing in one frame

interface Part {
  element: HTMLElement;
  drawn: boolean;
  near: boolean;
  height: number; // as last seen
}

export interface Filler {
  fill(element: HTMLElement, index: number): void;
  keep?(element: HTMLElement): boolean; // it must stay as it is, although it is out of sight
}

export class VirtualColumn {
  private parts: Part[] = [];
  private readonly byElement = new Map<Element, Part>();
  private watcher: IntersectionObserver | null = null;
  private frame = 0;

  constructor(
    private readonly column: HTMLElement,
    private readonly scroller: HTMLElement,
    private readonly filler: Filler,
  ) {}

  // Heights of the parts that are drawn; estimates for the others.
  heights(estimates: readonly number[]): number[] {
    return this.parts.map((part, i) => (part.drawn ? part.height || estimates[i]! : estimates[i]!));
  }

  show(heights: readonly number[]): void {
    if (this.watcher) this.watcher.disconnect();
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.column.textContent = "";
    this.byElement.clear();
    const all = document.createDocumentFragment();
    this.parts = heights.map((height) => {
      const element = h("div", { class: "chunk" });
      element.style.minHeight = `${height}px`;
      all.appendChild(element);
      const part = { element, drawn: false, near: false, height: 0 };
      this.byElement.set(element, part);
      return part;
    });
    this.column.appendChild(all);
    if (this.parts.length <= KEEP_ALL) this.parts.forEach((_, i) => this.draw(i));
    else this.watch();
  }

  draw(index: number): HTMLElement | undefined {
    const part = this.parts[index];
    if (!part) return undefined;
    if (!part.drawn) {
      part.drawn = true;
      this.filler.fill(part.element, index);
      part.element.style.minHeight = "";
    }
    return part.element;
  }

  private watch(): void {
    this.watcher = new IntersectionObserver((entries) => this.seen(entries), {
      root: scrolls(this.scroller) ? this.scroller : null,
      rootMargin: `${MARGIN}px 0px`,
    });
    this.parts.forEach((part) => this.watcher!.observe(part.element));
  }

  private seen(entries: IntersectionObserverEntry[]): void {
    for (const entry of entries) {
      const part = this.byElement.get(entry.target);
      if (!part) continue;
      part.near = entry.isIntersecting;
      part.height = entry.boundingClientRect.height;
    }
    if (!this.frame) this.frame = requestAnimationFrame(() => this.work());
  }

  private work(): void {
    this.frame = 0;
    const until = performance.now() + FRAME;
    for (let i = 0; i < this.parts.length; i++) {
      const part = this.parts[i]!;
      if (part.near === part.drawn) continue;
      if (part.near) this.draw(i);
      else this.erase(part);
      if (performance.now() > until) {
        this.frame = requestAnimationFrame(() => this.work());
        return;
      }
    }
  }

  private erase(part: Part): void {
    const { element } = part;
    if (element.contains(document.activeElement) || (this.filler.keep && this.filler.keep(element))) return;
    element.style.minHeight = `${part.height}px`;
    element.textContent = "";
    part.drawn = false;
  }
}
