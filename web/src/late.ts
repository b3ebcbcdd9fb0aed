// Text that is loaded for those who ask for it: on a site a file beside the page; in the single file a member
// of a zip, which the core unpacks. build.mjs writes both.
import { fromBase64 } from "./base64";
import type { Engine } from "./engine";
import type { ArchiveMember } from "./protocol";

const wholePage = (): Promise<unknown> =>
  document.readyState === "loading"
    ? new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve))
    : Promise.resolve();

export async function lateText(name: "cases" | "selfTest", engine: Engine): Promise<string> {
  await wholePage();
  const file = document.getElementById("core")!.dataset[name];
  if (file) {
    const response = await fetch(file);
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    return response.text();
  }
  const { textContent } = (document.getElementById(`late-${name}`) as HTMLTemplateElement).content;
  const { member, packed } = JSON.parse(textContent!) as { member: ArchiveMember; packed: string };
  const unpacked = await engine.ask("unpack", { member, packed: fromBase64(packed), language: "zh" });
  return new TextDecoder().decode((unpacked as { bytes: Uint8Array }).bytes);
}
