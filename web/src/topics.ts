// What changed, and who wants to know. Views listen; the parts of the state tell.
export type Topic =
  | "source"
  | "busy"
  | "result"
  | "selection"
  | "dismissals"
  | "filters"
  | "notice"
  | "settings"
  | "pane"
  | "desk"
  | "rows"
  | "listing"
  | "figures"
  | "pictures";

const TELL_AFTER = 50; // ms

export class Topics {
  private readonly listeners = new Map<Topic, Set<() => void>>();
  private untold: Topic[] = [];
  private timer = 0;

  on(topic: Topic, listener: () => void): void {
    const set = this.listeners.get(topic) || new Set();
    this.listeners.set(topic, set.add(listener));
  }
  forgetListeners(): void {
    this.listeners.clear();
  }
  emit(...topics: Topic[]): void {
    for (const topic of topics) (this.listeners.get(topic) || new Set()).forEach((listener) => listener());
  }

  // Most answers come at once: the page then changes once, with the answer, which tells what waits here.
  emitSoon(...topics: Topic[]): void {
    this.untold = topics;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.emitWaiting(), TELL_AFTER);
  }
  emitWaiting(): void {
    clearTimeout(this.timer);
    this.emit(...this.untold.splice(0));
  }
  dropWaiting(): void {
    clearTimeout(this.timer);
    this.untold = [];
  }
}
