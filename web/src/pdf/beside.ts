// The PDF part beside the single file. A page from a disk may not read another file, and a script could be anybody's: so the
// part is a style sheet, which runs nothing, with the bytes in custom properties. It is loaded into an empty frame, in which no
// script runs, and is used only when the bytes have the fingerprint that the page was built with.
import { fromBase64 } from "../base64";
import type { MessageKey } from "../strings";
import type { PdfPart } from "./reader";

const PROPERTY = "--nianbao-pdf-"; // and a number; a property holds two megabytes at most
const SEPARATOR = 0; // between the worker's script and the WebAssembly

function hex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// What the style sheet says, as base64; empty when it is not there or is of another kind.
function styleSheet(file: string): Promise<string> {
  return new Promise((resolve) => {
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", "allow-same-origin");
    frame.setAttribute("aria-hidden", "true");
    frame.className = "visually-hidden"; // a frame that is not laid out has no styles
    frame.tabIndex = -1;
    frame.srcdoc = `<!DOCTYPE html><link rel="stylesheet" href="${file}">`;
    frame.onload = () => {
      const inside = frame.contentWindow!;
      const style = inside.getComputedStyle(inside.document.documentElement);
      let text = "";
      for (let i = 0; ; i++) {
        const part = /^\s*"([A-Za-z0-9+/=]*)"\s*$/.exec(style.getPropertyValue(PROPERTY + i));
        if (!part) break;
        text += part[1];
      }
      frame.remove();
      resolve(text);
    };
    document.body.appendChild(frame);
  });
}

// Or what to say. `fingerprint`: SHA-256 of the bytes.
export async function fileBeside(file: string, fingerprint: string): Promise<PdfPart | MessageKey> {
  const text = await styleSheet(file);
  if (!text) return "pdfNotBeside";
  try {
    const bytes = fromBase64(text);
    if (hex(await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>)) !== fingerprint)
      return "pdfForeign";
    const end = bytes.indexOf(SEPARATOR);
    const wasm = bytes.slice(end + 1).buffer as ArrayBuffer;
    return { worker: new TextDecoder().decode(bytes.subarray(0, end)), wasm };
  } catch {
    return "pdfForeign"; // no base64
  }
}
