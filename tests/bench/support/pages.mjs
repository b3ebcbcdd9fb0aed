// Pages opened cold: every time a browser of its own with an empty profile. What a page loaded is added up.
import { createRequire } from "node:module";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { root } from "../../wasm/support.mjs";

const web = createRequire(join(root, "web", "package.json"));

// The file server and the old browser of the page's own tests, which are TypeScript.
export async function pageTests() {
  const outfile = join(root, "web", "node_modules", ".bench", "pages.mjs");
  const contents =
    "export { serve } from './browser'; export { startChromium78 } from './chromium78'; export { faultyHtml, soundHtml, textOf } from './report';";
  web("esbuild").buildSync({
    stdin: { contents, resolveDir: join(root, "tests", "web") },
    bundle: true,
    format: "esm",
    platform: "node",
    external: ["playwright-core"],
    outfile,
    logLevel: "error",
  });
  return import(outfile);
}

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
];

// A browser that has just started is busy with itself.
const settled = () => new Promise((later) => setTimeout(later, 1500));

// Both kinds of browser look alike from here: a page with goto(), evaluate(), and `script` run before its own
// scripts.
export async function openCurrent(script, onRequest = () => {}) {
  const { chromium } = web("playwright-core");
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: ARGUMENTS,
  });
  const page = await browser.newPage();
  await page.addInitScript(script);
  page.on("request", (request) => onRequest(request.url()));
  await settled();
  return { page, version: browser.version(), close: () => browser.close() };
}

export function openerOf78(startChromium78) {
  return async (script) => {
    const browser = await startChromium78();
    const page = await browser.newPage();
    await page.bringToFront();
    await page.evaluateOnNewDocument(script);
    await settled();
    return { page, version: (await browser.version()).replace(/^.*\//, ""), close: () => browser.close() };
  };
}

// Raw and gzip bytes of the files behind the addresses; `folder` is what the server serves.
export function sizes(addresses, folder) {
  let raw = 0,
    gzip = 0;
  for (const address of new Set(addresses)) {
    const url = new URL(address);
    if (url.protocol === "data:" || url.protocol === "blob:") continue;
    const file =
      url.protocol === "file:"
        ? fileURLToPath(url)
        : join(folder, url.pathname === "/" ? "index.html" : url.pathname);
    if (!existsSync(file)) continue;
    const bytes = readFileSync(file);
    raw += bytes.length;
    gzip += gzipSync(bytes, { level: 9 }).length;
  }
  return { raw, gzip };
}

// Waits in the page until its `readyAt` is set: milliseconds since the navigation began.
export const readyAt = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const begin = Date.now();
        const look = () => {
          if (window.readyAt !== undefined) resolve(window.readyAt);
          else if (Date.now() - begin > 60_000) reject(new Error("the page did not become ready"));
          else setTimeout(look, 5);
        };
        look();
      }),
  );

export const packageVersion = (name) =>
  JSON.parse(readFileSync(join(root, "tests", "bench", "node_modules", name, "package.json"), "utf8"))
    .version;
