// The kill switch: put in the place of sw.js it removes what the service worker kept, and the service worker
// itself. Pages that are open stay as they are; the next load comes from the network.
import { cacheNames, type Scope } from "./scope";

declare const self: Scope;

async function forgetAll(): Promise<void> {
  const names = await caches.keys();
  const ours = names.filter((name) => name.startsWith(cacheNames(self)));
  await Promise.all(ours.map((name) => caches.delete(name)));
  await self.registration.unregister();
}

self.oninstall = () => void self.skipWaiting();
self.onactivate = (event) => event.waitUntil(forgetAll());
