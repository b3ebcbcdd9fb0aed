// Tries the ways out over which a page's policy decides, to an address that does not exist (RFC 2606), and
// reports what the browser said. Only a refusal that the browser itself reports counts: a network that
// happens to be down proves nothing.
//
// A policy does not reach leaving the page, windows, WebRTC and connecting ahead (preconnect, dns-prefetch):
// the page says that these were not tried, and tests/web/private.spec.ts that its code has none of them.

export const WAYS = [
  "fetch",
  "xhr",
  "websocket",
  "eventsource",
  "beacon",
  "image",
  "font",
  "media",
  "style",
  "script",
  "frame",
  "object",
  "form",
  "worker",
] as const;
export type Way = (typeof WAYS)[number];
export interface Attempt {
  way: Way;
  refused: boolean;
}

const HOST = "nianbao-self-test.invalid";
const PATIENCE = 1000; // ms for the browser to report a refusal

const target = (way: Way): string => `${way === "websocket" ? "wss" : "https"}://${way}.${HOST}/`;

// From a worker like the one that reads the documents.
function fromWorker(url: string, refused: () => void): () => void {
  const code = `self.addEventListener("securitypolicyviolation", () => self.postMessage(0));
    fetch(${JSON.stringify(url)}).catch(() => 0);`;
  const blob = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  const worker = new Worker(blob);
  worker.onmessage = refused;
  return () => {
    worker.terminate();
    URL.revokeObjectURL(blob);
  };
}

// The answer goes into a hidden frame, so that the page stays even if the form is not refused.
function sendForm(url: string): () => void {
  const frame = document.createElement("iframe");
  frame.name = "self-test";
  frame.hidden = true;
  const form = document.createElement("form");
  form.action = url;
  form.method = "post";
  form.target = frame.name;
  document.body.append(frame, form);
  form.submit();
  return () => {
    frame.remove();
    form.remove();
  };
}

// An element that fetches what it names once it is in the document.
function place(name: string, attributes: Record<string, string>): () => void {
  const element = document.createElement(name);
  for (const key of Object.keys(attributes)) element.setAttribute(key, attributes[key]!);
  element.hidden = name !== "object"; // which fetches nothing unseen
  document.body.appendChild(element);
  return () => element.remove();
}

const nothing = (): void => undefined;

// Starts one attempt; what it returns clears up after it.
function attempt(way: Way, refused: () => void): () => void {
  const url = target(way);
  switch (way) {
    case "fetch":
      fetch(url, { mode: "no-cors" }).catch(nothing);
      return nothing;
    case "xhr": {
      const request = new XMLHttpRequest();
      request.open("POST", url);
      request.send("");
      return nothing;
    }
    case "websocket": {
      const socket = new WebSocket(url);
      return () => socket.close();
    }
    case "eventsource": {
      const source = new EventSource(url);
      return () => source.close();
    }
    case "beacon":
      navigator.sendBeacon(url, "");
      return nothing;
    case "image":
      new Image().src = url;
      return nothing;
    case "font":
      new FontFace("self-test", `url(${url})`).load().catch(nothing);
      return nothing;
    case "media":
      return place("audio", { src: url, preload: "auto" });
    case "style":
      return place("link", { rel: "stylesheet", href: url });
    case "script":
      return place("script", { src: url });
    case "frame":
      return place("iframe", { src: url });
    case "object":
      return place("object", { data: url });
    case "form":
      return sendForm(url);
    case "worker":
      return fromWorker(url, refused);
  }
}

function one(way: Way): Promise<Attempt> {
  return new Promise((resolve) => {
    let clearUp = nothing;
    const finish = (refused: boolean): void => {
      document.removeEventListener("securitypolicyviolation", heard);
      clearTimeout(timer);
      clearUp();
      resolve({ way, refused });
    };
    const heard = ({ blockedURI }: SecurityPolicyViolationEvent): void => {
      if (blockedURI.indexOf(HOST) >= 0) finish(true);
    };
    const timer = setTimeout(() => finish(false), PATIENCE);
    document.addEventListener("securitypolicyviolation", heard);
    try {
      clearUp = attempt(way, () => finish(true));
    } catch {
      // Some browsers throw as well as report; the report decides.
    }
  });
}

// One after the other, so that a report is known to belong to its attempt.
export async function reachOut(told: (attempt: Attempt) => void): Promise<Attempt[]> {
  const all: Attempt[] = [];
  for (const way of WAYS) {
    const result = await one(way);
    all.push(result);
    told(result);
  }
  return all;
}
