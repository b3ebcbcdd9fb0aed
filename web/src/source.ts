// What a person gave: a file, pasted text, or the clipboard's HTML when it holds tables.
import type { Bytes } from "./protocol";

export interface Source {
  kind: "file" | "text" | "html";
  name: string; // of the file; empty for pasted contents
  bytes: Bytes;
}

export async function fromFile(file: File): Promise<Source> {
  return { kind: "file", name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

export function fromText(text: string): Source {
  return { kind: "text", name: "", bytes: text };
}

// A file on the clipboard, else HTML with a table in it, else nothing: plain text goes into the box as it is.
export async function fromClipboard(data: DataTransfer): Promise<Source | null> {
  const file = data.files[0];
  if (file && data.types.indexOf("text/plain") < 0) return fromFile(file);
  const html = data.getData("text/html");
  return /<table[\s>]/i.test(html) ? { kind: "html", name: "", bytes: html } : null;
}

export function isPdf(bytes: Bytes): boolean {
  if (typeof bytes === "string") return false;
  const limit = Math.min(bytes.length - 4, 1024);
  for (let i = 0; i < limit; i++)
    if (bytes[i] === 0x25 && bytes[i + 1] === 0x50 && bytes[i + 2] === 0x44 && bytes[i + 3] === 0x46)
      return true;
  return false;
}
