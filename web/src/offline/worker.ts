// The service worker of the site: keeps the page for use without a network.
//
// The page itself is asked of the network first, so that a new version arrives at the next load; the kept one
// stands in when the network is silent, slow or broken. All other files carry their fingerprint in their name
// and come from the cache. build.mjs fills in VERSION and the file lists. offline/off.ts is the way to take
// all this back.
import { cacheNames, type Scope } from "./scope";

declare const VERSION: string;
declare const FILES: string[]; // the page works with itself and these
declare const PDF_FILES: string[]; // kept when the page has started, or when first used
declare const OCR_FILES: string[]; // kept when first used
declare const self: Scope;

const PATIENCE = 3000; // ms for the network to answer before the kept page is shown
const ours = cacheNames(self);
const cacheName = ours + VERSION;
const address = (file: string): string => new URL(file, self.registration.scope).href;

async function keep(files: string[], mode: RequestCache): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll(files.map((file) => new Request(address(file), { cache: mode })));
}

async function forgetOthers(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(ours) && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function keepMissing(files: string[]): Promise<void> {
  const cache = await caches.open(cacheName);
  const there = await Promise.all(files.map((file) => cache.match(address(file))));
  await keep(
    files.filter((_, i) => !there[i]),
    "default",
  );
}

async function page(request: Request): Promise<Response> {
  const fresh = fetch(request, { cache: "no-cache" }).then((response) => {
    if (response.status >= 400) throw new Error(String(response.status));
    return response;
  });
  const kept = (await caches.open(cacheName)).match(address("./"));
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE));
  const first = await Promise.race([fresh, late]).catch(() => undefined);
  return first || (await kept) || fresh;
}

async function file(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const found = await cache.match(request.url);
  if (found) return found;
  const response = await fetch(request);
  if (response.ok && PDF_FILES.concat(OCR_FILES).map(address).indexOf(request.url) >= 0)
    await cache.put(request.url, response.clone());
  return response;
}

// Past the browser's own cache, which may hold another version's page. While a site is being replaced its
// server may still give the page of before, or already that of after: a set that does not belong together is
// not kept, and the next load tries again.
async function keepSet(): Promise<void> {
  const response = await fetch(new Request(address("./"), { cache: "reload" }));
  const text = await response.clone().text();
  if (!response.ok || text.indexOf(`content="${VERSION}"`) < 0)
    throw new Error("the page is of another version");
  await keep(FILES, "reload");
  await (await caches.open(cacheName)).put(address("./"), response);
}
self.oninstall = (event) => event.waitUntil(keepSet().then(() => self.skipWaiting()));
self.onactivate = (event) => event.waitUntil(forgetOthers().then(() => self.clients.claim()));
// Sent by a page that has started: now the large part is in nobody's way.
self.onmessage = (event) => event.waitUntil(keepMissing(PDF_FILES).catch(() => undefined));
self.onfetch = (event) => {
  const { request } = event;
  const url = request.url.replace(/[?#].*/, "");
  if (request.method !== "GET") return;
  if (request.mode === "navigate") {
    if (url === address("./") || url === address("index.html")) event.respondWith(page(request));
  } else if (FILES.concat(PDF_FILES, OCR_FILES).some((name) => url === address(name)))
    event.respondWith(file(request));
};
