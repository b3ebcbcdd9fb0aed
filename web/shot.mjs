import { chromium } from "playwright-core";
import { createServer } from "node:http";
import { readFileSync, existsSync } from "node:fs";
import { join, extname } from "node:path";
const T = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".wasm": "application/wasm", ".webmanifest": "application/manifest+json" };
const server = createServer((q, r) => { const p = new URL(q.url, "http://x").pathname; const f = join("/work/page/build/site", p.endsWith("/") ? p + "index.html" : p); if (!existsSync(f)) return r.writeHead(404).end(); r.writeHead(200, { "content-type": T[extname(f)] || "application/octet-stream" }); r.end(readFileSync(f)); });
await new Promise((ok) => server.listen(0, "127.0.0.1", ok));
export const address = `http://127.0.0.1:${server.address().port}/`;
export const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-features=PrivateNetworkAccessRespectPreflightResults,BlockInsecurePrivateNetworkRequests,LocalNetworkAccessChecks"] });
export async function open(options = {}) { const c = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "zh-CN", ...options }); const page = await c.newPage(); page.on("pageerror", (e) => console.log("pageerror", e.message)); page.on("console", (m) => m.type() === "error" && console.log("console", m.text())); await page.goto(address); await page.waitForSelector("#app[data-phase]"); return page; }
export async function done() { await browser.close(); server.close(); }
