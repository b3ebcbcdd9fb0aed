// Asks the browser to keep the site for use without a network, once the page has started. Browsers offer this
// over https and on the same machine only; elsewhere, and in the single file, the page simply works without.
export function keepForOffline(): void {
  const core = document.getElementById("core");
  const script = core && core.dataset.offline;
  if (!script || !("serviceWorker" in navigator)) return;
  const { serviceWorker } = navigator;
  const tell = (): void => serviceWorker.controller?.postMessage("started");
  serviceWorker.addEventListener("controllerchange", tell); // the first, or the next version's
  tell();
  serviceWorker.register(script).catch(() => undefined);
}

// As the build wrote it: the number and the fingerprint of everything in the page.
export function pageVersion(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="version"]');
  return meta ? meta.content : "";
}
