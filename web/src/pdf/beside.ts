// Parts beside the single file: what reads PDF, what reads pictures. A page from a disk may not read another
// file, and a script could be anybody's: so the part is a style sheet, which runs nothing, with the bytes in
// custom properties. It is loaded into an empty frame, in which no script runs, and is used only when the
// bytes have the fingerprint that the page was built with.
import { fromBase64 } from "../base64";
import type { MessageKey } from "../strings";
import type { PdfPart } from "./reading";

const SEPARATOR = 0; // between the worker's script and the WebAssembly

export async function sha256(bytes: BufferSource): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// A property holds two megabytes at most; those of nianbao-pdf.css are --nianbao-pdf-0, --nianbao-pdf-1, …
const propertyOf = (file: string, i: number): string => `--${file.replace(/\.css$/, "")}-${i}`;

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
        const part = /^\s*"([A-Za-z0-9+/=]*)"\s*$/.exec(style.getPropertyValue(propertyOf(file, i)));
        if (!part) break;
        text += part[1];
      }
      frame.remove();
      resolve(text);
    };
    document.body.appendChild(frame);
  });
}

// `fingerprint`: SHA-256 of the bytes. Absent: no such file, or one of another kind.
export async function bytesBeside(
  file: string,
  fingerprint: string,
): Promise<Uint8Array | "absent" | "foreign"> {
  const text = await styleSheet(file);
  if (!text) return "absent";
  try {
    const bytes = fromBase64(text);
    return (await sha256(bytes as Uint8Array<ArrayBuffer>)) === fingerprint ? bytes : "foreign";
  } catch {
    return "foreign"; // no base64
  }
}

// Or what to say.
export async function fileBeside(file: string, fingerprint: string): Promise<PdfPart | MessageKey> {
  const bytes = await bytesBeside(file, fingerprint);
  if (bytes === "absent") return "pdfNotBeside";
  if (bytes === "foreign") return "pdfForeign";
  const end = bytes.indexOf(SEPARATOR);
  const wasm = bytes.slice(end + 1).buffer as ArrayBuffer;
  return { worker: new TextDecoder().decode(bytes.subarray(0, end)), wasm };
}
