// What the browser keeps of a person's work: in this tab until it is closed (a reload finds it again), or on
// this computer when the person wants that. Drafts are unpublished and machines are shared: forgetting is one
// button.
const CHOICE = "nianbao.keep"; // "computer", or absent
const PREFIX = "nianbao.";
const SETTINGS = /^nianbao\.(settings|rules|view|keep|open)$/; // how the page looks and what it checks, and nothing of a report

// Either storage may be absent, full or forbidden.
function open(local: boolean): Storage | null {
  try {
    return local ? localStorage : sessionStorage;
  } catch {
    return null;
  }
}

function keysOf(storage: Storage | null): string[] {
  const keys: string[] = [];
  for (let i = 0; storage && i < storage.length; i++) keys.push(storage.key(i)!);
  return keys.filter((key) => key.indexOf(PREFIX) === 0);
}

export class Keeping {
  private readonly memory = new Map<string, string>(); // where the browser keeps nothing
  private readonly listeners = new Map<string, () => void>();

  constructor() {
    // Another tab wrote; only what lies on the computer is told of.
    window.addEventListener("storage", ({ key }) => {
      const listener = key === null ? undefined : this.listeners.get(key);
      if (listener && this.onComputer) listener();
      if (key === null) this.listeners.forEach((tell) => tell());
    });
    // What earlier versions kept: whole messages of findings, of every report.
    const local = open(true);
    if (local) local.removeItem("nianbao.dismissals");
  }

  get onComputer(): boolean {
    const storage = open(true);
    return !!storage && storage.getItem(CHOICE) === "computer";
  }

  // What is kept moves to the other place.
  setOnComputer(wanted: boolean): void {
    const local = open(true);
    if (!local || wanted === this.onComputer) return;
    const from = open(!wanted);
    const kept = keysOf(from).filter((key) => !SETTINGS.test(key));
    if (wanted) local.setItem(CHOICE, "computer");
    else local.removeItem(CHOICE);
    for (const key of kept) {
      this.set(key, from!.getItem(key)!);
      from!.removeItem(key);
    }
  }

  get(key: string): string | null {
    const storage = open(this.onComputer);
    const kept = storage ? storage.getItem(key) : null;
    return kept === null ? (this.memory.get(key) ?? null) : kept;
  }

  // False when the browser has no room for it; it then holds for this visit.
  set(key: string, value: string): boolean {
    try {
      open(this.onComputer)!.setItem(key, value);
      this.memory.delete(key);
      return true;
    } catch {
      this.remove(key);
      this.memory.set(key, value);
      return false;
    }
  }

  remove(key: string): void {
    this.memory.delete(key);
    for (const local of [true, false]) {
      const storage = open(local);
      if (storage) storage.removeItem(key);
    }
  }

  // Of this tab alone, whatever was chosen; null takes it away.
  inTab(key: string, value: string | null): void {
    try {
      if (value === null) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, value);
    } catch {
      // for this visit only
    }
  }
  fromTab(key: string): string | null {
    const storage = open(false);
    return storage ? storage.getItem(key) : null;
  }

  // Called when what is kept under a key was changed elsewhere.
  listen(key: string, listener: () => void): void {
    this.listeners.set(key, listener);
  }

  // Everything of this page, settings included.
  forgetAll(): void {
    this.memory.clear();
    for (const local of [true, false]) {
      const storage = open(local);
      for (const key of keysOf(storage)) storage!.removeItem(key);
    }
    this.listeners.forEach((tell) => tell());
  }
}
