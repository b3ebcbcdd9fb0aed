// The self-test, loaded when a person asks for it. Its script runs because the page's policy has its
// fingerprint.
import type { Engine } from "../engine";
import { exampleReport } from "../example";
import { lateText } from "../late";
import { language, type Language, t } from "../strings";
import { clear, h } from "../view/dom";

// What the page hands to the sheet.
export interface Surroundings {
  language: Language;
  engine: Pick<Engine, "ask">;
  example: Uint8Array;
  notTried: string; // in words, what the ways out leave open
}

export interface SelfTest {
  ways(list: HTMLElement, outcome: HTMLElement, language: Language): Promise<void>;
  sheet(root: HTMLElement, surroundings: Surroundings): void;
}

declare global {
  interface Window {
    nianbaoSelfTest?: SelfTest;
  }
}

export async function selfTestPart(engine: Engine): Promise<SelfTest> {
  if (!window.nianbaoSelfTest) {
    const script = h("script", {}, await lateText("selfTest", engine));
    document.head.appendChild(script);
  }
  if (!window.nianbaoSelfTest) throw new Error("not of this page");
  return window.nianbaoSelfTest;
}

export const sheetIsWanted = (): boolean => /^\?self-test\b/.test(window.location.search);

// In place of the ordinary page.
export async function showSheet(root: HTMLElement, engine: Engine): Promise<void> {
  root.dataset.phase = "self-test";
  const example = exampleReport().bytes as Uint8Array;
  try {
    const { sheet } = await selfTestPart(engine);
    sheet(root, { language: language(), engine, example, notTried: t("selfTestHow") });
  } catch {
    clear(root, h("p", { class: "too-old", role: "alert" }, t("selfTestNotLoaded")));
  }
}
