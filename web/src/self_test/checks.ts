// What is tested of a deployment beside the ways out (ways.ts): the checker, its files, its parts, use
// without a network.
import { browserCan } from "../ocr/part";
import { pageVersion } from "../offline/register";
import { bytesBeside, sha256 } from "../pdf/beside";
import type { CheckOptions } from "../protocol";
import type { Surroundings } from "./part";
import type { Say } from "./words";

export type State = "fine" | "wrong" | "absent" | "untested";
export interface Outcome {
  state: State;
  words: string;
}
export type Check = (page: Surroundings, w: Say) => Promise<Outcome>;

declare const EXPECTED: { core: string; whole: string }; // what the core said of the example when the page was built

const PATIENCE = 30_000; // ms for the core to answer
const KEEPING = 20; // s for the browser to keep the site
const GAP = 500; // ms between two looks

const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function inTime<T>(work: Promise<T>): Promise<T> {
  const end = later(PATIENCE).then((): never => {
    throw new Error("no answer");
  });
  return Promise.race([work, end]);
}

const place = (): DOMStringMap => document.getElementById("core")!.dataset;
const list = (names: string | undefined): string[] => (names ? names.split(" ") : []);

// --- the checker ------------------------------------------------------------------------------------------

// As the build asks (build.mjs), whatever was chosen in this browser.
const PLAIN: CheckOptions = { name: "", language: "zh" };

export const core: Check = async ({ engine, example, language }, w) => {
  try {
    const options = { ...PLAIN, language };
    const { verdict, summary, report, findings } = await inTime(
      engine.ask("check", { bytes: example, options }),
    );
    const { errors, warnings, notices } = summary;
    const cells = report ? Object.keys(report.cells).length : 0;
    const said = [verdict.kind, errors, warnings, notices, cells, ...findings.map(({ rule }) => rule)].join(
      " ",
    );
    const same = said === EXPECTED.core;
    const words = w(same ? "coreSame" : "coreOther", cells, verdict.title, errors, warnings, notices);
    return { state: same ? "fine" : "wrong", words };
  } catch {
    return { state: "wrong", words: w("coreSilent") };
  }
};

export const wholeCore: Check = async ({ engine, example }, w) => {
  try {
    const asked = engine.ask("survey", { bytes: example, options: PLAIN, cells: [] });
    const { verdict, errors, warnings, notices, form, year } = await inTime(asked);
    const same = [verdict, errors, warnings, notices, form, year].join(" ") === EXPECTED.whole;
    return { state: same ? "fine" : "wrong", words: w(same ? "wholeSame" : "wholeOther") };
  } catch {
    return { state: "wrong", words: w("coreSilent") };
  }
};

// --- files of a site --------------------------------------------------------------------------------------

// Browsers make digests in a secure context only; the core does everywhere.
async function digestOf(bytes: ArrayBuffer, { engine }: Surroundings): Promise<string> {
  return window.isSecureContext
    ? sha256(bytes)
    : inTime(engine.ask("sha256", { bytes: new Uint8Array(bytes) }));
}

// From the server, past what this browser and its service worker keep. Null: not to be had.
async function served(name: string): Promise<ArrayBuffer | null> {
  try {
    const response = await fetch(`${name}?self-test`, { cache: "no-store" });
    return response.ok ? await response.arrayBuffer() : null;
  } catch {
    return null;
  }
}

// Names of files carry the begin of their digest.
async function filesOf(names: string[], page: Surroundings, w: Say): Promise<Outcome> {
  const missing: string[] = [];
  const foreign: string[] = [];
  let unknown = false;
  for (const name of names) {
    const bytes = await served(name);
    const digest = bytes && (await digestOf(bytes, page).catch(() => ""));
    if (digest === null) missing.push(name);
    else if (!digest) unknown = true;
    else if (digest.slice(0, 10) !== name.split(".")[1]) foreign.push(name);
  }
  const faults: string[] = [];
  if (missing.length) faults.push(w("filesMissing", missing.join(w("listComma"))));
  if (foreign.length) faults.push(w("filesForeign", foreign.join(w("listComma"))));
  if (faults.length) return { state: "wrong", words: w.all(faults) };
  return unknown
    ? { state: "untested", words: w("noDigest") }
    : { state: "fine", words: w("filesFine", names.length) };
}

const programFiles = (): string[] => {
  const { file, coreWorker, coreWasm, cases, selfTest } = place();
  return [file!, coreWorker!, coreWasm!, cases!, selfTest!];
};

export const files: Check = (page, w) => filesOf(programFiles(), page, w);

// --- parts ------------------------------------------------------------------------------------------------

async function besideOf(file: string, hash: string, w: Say): Promise<Outcome> {
  if (window.location.protocol !== "file:") return { state: "untested", words: w("besideServed", file) };
  const found = await bytesBeside(file, hash);
  if (found === "absent") return { state: "absent", words: w("besideAbsent", file) };
  return found === "foreign"
    ? { state: "wrong", words: w("besideForeign", file) }
    : { state: "fine", words: w("besideFine", file) };
}

function withRemark(outcome: Outcome, w: Say): Outcome {
  return outcome.state === "fine" ? { ...outcome, words: w.all([outcome.words, w("notRead")]) } : outcome;
}

export const pdf: Check = async (page, w) => {
  const { pdfWorker, pdfWasm, pdfBeside, pdfHash } = place();
  const outcome = pdfBeside
    ? await besideOf(pdfBeside, pdfHash!, w)
    : await filesOf([pdfWorker!, pdfWasm!], page, w);
  return withRemark(outcome, w);
};

export const pictures: Check = async (page, w) => {
  const { ocrFiles, ocrBeside, ocrHash } = place();
  const outcome = ocrBeside ? await besideOf(ocrBeside, ocrHash!, w) : await filesOf(list(ocrFiles), page, w);
  return browserCan() || outcome.state !== "fine"
    ? withRemark(outcome, w)
    : { state: "wrong", words: w.all([outcome.words, w("tooOld")]) };
};

// --- without a network ------------------------------------------------------------------------------------

// Whether the service worker is active and this version's page and program are kept.
async function isKept(): Promise<boolean> {
  const registration = await navigator.serviceWorker.getRegistration();
  if (!registration || !registration.active) return false;
  const page = await caches.match(registration.scope);
  if (!page || (await page.text()).indexOf(`content="${pageVersion()}"`) < 0) return false;
  const found = await Promise.all(
    programFiles().map((name) => caches.match(new URL(name, registration.scope).href)),
  );
  return found.every((response) => !!response);
}

export const offline: Check = async (_, w) => {
  if (!place().offline) return { state: "untested", words: w("offlineSingle") };
  if (!("serviceWorker" in navigator)) return { state: "absent", words: w("offlineNever") };
  for (const end = Date.now() + KEEPING * 1000; Date.now() < end; await later(GAP))
    if (await isKept().catch(() => false))
      return { state: "fine", words: w("offlineFine", programFiles().length) };
  return { state: "absent", words: w("offlineNot", KEEPING) };
};
