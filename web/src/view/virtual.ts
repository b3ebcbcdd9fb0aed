// A long column of parts of which only those near the window are drawn, a few in every frame. The others are
// empty boxes of the height that they had or are thought to have.
import { h, scrolls } from "./dom";

const WHOLE = 30; // parts: what is shorter is drawn at once and stays
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
  make?(): HTMLElement; // an empty part; a div otherwise
  whole?: number; // another number of parts up to which all are drawn
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
    this.parts.forEach(({ element }) => element.remove());
    this.byElement.clear();
    const all = document.createDocumentFragment();
    this.parts = heights.map((height) => {
      const element = this.filler.make ? this.filler.make() : h("div");
      element.classList.add("chunk");
      element.style.minHeight = `${height}px`;
      all.appendChild(element);
      const part = { element, drawn: false, near: false, height: 0 };
      this.byElement.set(element, part);
      return part;
    });
    this.column.appendChild(all);
    const { whole = WHOLE } = this.filler;
    if (this.parts.length <= whole) this.parts.forEach((_, i) => this.draw(i));
    else {
      if (this.column.getClientRects().length) this.drawInSight(heights); // what is not laid out has no heights
      this.watch();
    }
  }

  // At once, so that nothing is seen to come.
  private drawInSight(heights: readonly number[]): void {
    const { scroller } = this;
    const top = scrolls(scroller) ? scroller.scrollTop : 0;
    const bottom = top + ((scrolls(scroller) && scroller.clientHeight) || window.innerHeight);
    let at = 0;
    heights.forEach((height, i) => {
      if (at + height > top && at < bottom) this.draw(i);
      at += height;
    });
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
    if (element.contains(document.activeElement)) return;
    element.style.minHeight = `${part.height}px`;
    element.textContent = "";
    part.drawn = false;
  }
}
