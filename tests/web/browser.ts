// One Chromium a test file, one server for build/site, one fresh page a test.
import { createReadStream, existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { extname, join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { begun } from "./person";

export const root = process.env.NIANBAO_ROOT || process.cwd();
export const site = join(root, "build/site");
export const singleFile = "file://" + join(root, "build/nianbao.html");
export const fixture = (name: string) => join(root, "tests/web/fixtures", name);

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".wasm": "application/wasm",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".png": "image/png",
};

export interface Site {
  address: string;
  stop(): Promise<void>; // as when the network is gone: open connections end too
}

// A plain file server for `folder`; `types` are sent in the place of the usual ones.
export async function serve(folder: string, types: Record<string, string> = {}): Promise<Site> {
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    const path = new URL(request.url || "/", "http://localhost").pathname;
    const file = join(folder, path.endsWith("/") ? path + "index.html" : path);
    if (!file.startsWith(folder) || !existsSync(file)) return void response.writeHead(404).end();
    const type = types[extname(file)] || TYPES[extname(file)] || "application/octet-stream";
    response.writeHead(200, { "content-type": type });
    createReadStream(file).pipe(response);
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop() {
      return new Promise((resolve) => {
        server.close(() => resolve()); // at once when it is closed already
        sockets.forEach((socket) => socket.destroy());
      });
    },
  };
}

export interface Session {
  address: string;
  open(options?: BrowserContextOptions & { address?: string }): Promise<Page>;
  close(): Promise<void>;
}

export async function start(): Promise<Session> {
  const server = await serve(site);
  const browser: Browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  return {
    address: server.address,
    async open({ address: other, ...options } = {}) {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        locale: "zh-CN",
        ...options,
      });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      page.on("pageerror", (error) => console.error("page error:", error.message));
      await page.goto(other || server.address);
      if (!other || other === singleFile) await begun(page);
      return page;
    },
    async close() {
      await browser.close();
      await server.stop();
    },
  };
}
