// What the service worker and the kill switch see of their surroundings, and how they name what they keep.
export interface Scope {
  registration: { scope: string; unregister(): Promise<boolean> };
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  oninstall: ((event: LifeEvent) => void) | null;
  onactivate: ((event: LifeEvent) => void) | null;
  onmessage: ((event: LifeEvent) => void) | null;
  onfetch: ((event: FetchEvent) => void) | null;
}
export interface LifeEvent {
  waitUntil(work: Promise<unknown>): void;
}
export interface FetchEvent extends LifeEvent {
  request: Request;
  respondWith(response: Promise<Response>): void;
}

// Caches belong to a host; several copies of the page may live below it.
export const cacheNames = (self: Scope): string => `nianbao ${self.registration.scope} `;
