// What a person chose for this browser. Kept where the browser allows it, otherwise for this visit.
import { type Language, setLanguage } from "./strings";

export type Theme = "auto" | "light" | "dark";
export type TextSize = "small" | "medium" | "large";

export interface Settings {
  language: Language;
  theme: Theme;
  size: TextSize;
}

// localStorage may be absent, full or forbidden.
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // for this visit only
  }
}

const KEY = "nianbao.settings";

function oneOf<T extends string>(value: unknown, choices: readonly T[], otherwise: T): T {
  return choices.find((choice) => choice === value) || otherwise;
}

function stored(): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(recall(KEY) || "{}");
    return value && typeof value === "object" ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

export function loadSettings(): Settings {
  const value = stored();
  const preferred: Language = /^zh/i.test(navigator.language || "zh") ? "zh" : "en";
  return {
    language: oneOf(value.language, ["zh", "en"] as const, preferred),
    theme: oneOf(value.theme, ["auto", "light", "dark"] as const, "auto"),
    size: oneOf(value.size, ["small", "medium", "large"] as const, "medium"),
  };
}

export function applySettings(settings: Settings): void {
  setLanguage(settings.language);
  const root = document.documentElement;
  root.lang = settings.language === "zh" ? "zh-CN" : "en";
  root.dataset.size = settings.size;
  const dark =
    settings.theme === "dark" ||
    (settings.theme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
  root.dataset.theme = dark ? "dark" : "light";
}

export function saveSettings(settings: Settings): void {
  remember(KEY, JSON.stringify(settings));
}
