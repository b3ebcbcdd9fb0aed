// What the parts of the benchmark share: the built programs, clocks, a browser, the reports to try.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { corpus, loadCore, pdfGeometry, root } from "../../wasm/support.mjs";

export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

// Milliseconds of the processor that one call takes, in all threads; waits for a promise. On the clock a busy
// machine would add its own.
export async function processorMilliseconds(work) {
  const begin = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1000;
}

// Milliseconds on the clock.
export async function milliseconds(work) {
  const begin = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - begin) / 1e6;
}

// The fastest of `rounds` calls, in milliseconds: what else the machine does only adds. Fewer rounds where
// they take seconds.
async function fastest(work, { rounds = 46, enough = 3000, clock = processorMilliseconds } = {}) {
  let least = Infinity;
  for (let round = 0, all = 0; round < rounds && all < enough; round++) {
    const taken = await clock(work);
    all += taken;
    least = Math.min(least, taken);
  }
  return least;
}

function run(program, args, options = {}) {
  const done = spawnSync(program, args, { maxBuffer: 1 << 30, ...options });
  if (done.error || done.signal) throw done.error ?? new Error(`${program} died of ${done.signal}`);
  return done;
}

// Milliseconds of a whole run of the native program; `input` goes to its standard input.
function nativeMilliseconds(args, input) {
  const begin = process.hrtime.bigint();
  const done = run(join(root, "build", "nianbao"), args, { input });
  if (done.status === 2) throw new Error(`nianbao ${args.slice(0, 4).join(" ")}: ${done.stderr}`);
  return Number(process.hrtime.bigint() - begin) / 1e6;
}

// [milliseconds of one check, peak memory in MB] in a process of its own.
function nativeCheck(file) {
  const done = run(join(root, "build", "release", "tests", "bench", "nianbao_bench"), [file], {
    encoding: "utf8",
  });
  return done.stdout.trim().split(" ").map(Number);
}

// The five real reports where they are to be had, else the reports of the tests.
function reports() {
  const real = [
    "000_3a4b73394ca4da18",
    "001_20a0191baea80f94",
    "002_00a9a0cc2fba09d8",
    "003_dd44621c71fddb25",
    "004_a18ae6a6a2b432c9",
  ];
  const files = real.map((name) => join(corpus, `${name}.txt`));
  if (files.every(existsSync)) return { files, real: true };
  return {
    files: ["base_2019", "base_2021", "base_2021_zero"].map((name) =>
      join(root, "tests", "rules", `${name}.txt`),
    ),
    real: false,
  };
}

// A blank page of Chromium with the WebAssembly core in it, as window.core.
async function corePage() {
  const { chromium } = createRequire(join(root, "web", "package.json"))("playwright-core");
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  const page = await browser.newPage();
  await page.addScriptTag({ path: join(root, "build", "wasm", "core.js") });
  const wasm = readFileSync(join(root, "build", "wasm", "core.wasm")).toString("base64");
  await page.evaluate(async (text) => {
    const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
    window.core = await window.NianbaoCore({ wasmBinary: bytes.buffer });
  }, wasm);
  return { browser, page };
}

// A program that was just ended may still write a last file: tried again, and no matter for a benchmark.
export function removeFolder(folder) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}

export function createContext() {
  const closing = [];
  const scratch = mkdtempSync(join(tmpdir(), "nianbao-bench-"));
  closing.push(() => removeFolder(scratch));
  let core, browser;
  const geometry = (path) => {
    if (!path.endsWith(".pdf")) return path;
    mkdirSync(scratch, { recursive: true });
    const file = join(scratch, `${basename(path)}.geometry`);
    if (!existsSync(file)) writeFileSync(file, pdfGeometry(path));
    return file;
  };
  const optionsOf = (path) => JSON.stringify(path.endsWith(".pdf") ? { sourceFormat: "pdf" } : {});
  return {
    root,
    scratch,
    median,
    milliseconds,
    fastest,
    run,
    reports,
    nativeMilliseconds,
    // A .pdf counts from its geometry on.
    nativeCheck: (path) => nativeCheck(geometry(path)),
    core: () => (core ??= loadCore()),
    // Milliseconds of one check in WebAssembly under Node.
    async nodeCheck(path) {
      const module = await this.core();
      const bytes = readFileSync(geometry(path));
      return fastest(() => module.check(bytes, optionsOf(path), ""));
    },
    // The same in Chromium, whose clock ticks every tenth of a millisecond.
    async browserCheck(path) {
      if (!browser) {
        browser = await corePage();
        closing.push(() => browser.browser.close());
      }
      const text = readFileSync(geometry(path)).toString("base64");
      return browser.page.evaluate(
        ([data, options]) => {
          const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
          let least = Infinity;
          for (let round = 0; round < 46; round++) {
            const begin = performance.now();
            window.core.check(bytes, options, "");
            least = Math.min(least, performance.now() - begin);
          }
          return least;
        },
        [text, optionsOf(path)],
      );
    },
    async close() {
      for (const close of closing.reverse()) await close();
    },
  };
}
