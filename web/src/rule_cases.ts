// Of every rule a case that it finds fault with and one that it does not, loaded for those who open one: on
// a site a file beside the page; in the single file a member of a zip, which the core unpacks. build.mjs
// writes both.
import { fromBase64 } from "./base64";
import type { Engine } from "./engine";
import type { ArchiveMember } from "./protocol";

// In Chinese, as reports are; what is written can be empty where the title says it.
interface Told {
  title: string;
  text: string;
}
export interface RuleCase {
  breaks: Told & { message: string; english: string };
  keeps: Told;
}
type RuleCases = Record<string, RuleCase>;

async function load(engine: Engine): Promise<RuleCases> {
  const file = document.getElementById("core")!.dataset.cases;
  if (file) return (await fetch(file)).json() as Promise<RuleCases>;
  const { textContent } = (document.getElementById("rule-cases") as HTMLTemplateElement).content;
  const { member, packed } = JSON.parse(textContent!) as { member: ArchiveMember; packed: string };
  const unpacked = await engine.ask("unpack", { member, packed: fromBase64(packed), language: "zh" });
  return JSON.parse(new TextDecoder().decode((unpacked as { bytes: Uint8Array }).bytes)) as RuleCases;
}

let loading: Promise<RuleCases> | null = null;

export function ruleCases(engine: Engine): Promise<RuleCases> {
  if (!loading) {
    loading = load(engine);
    loading.catch(() => (loading = null)); // the next who asks tries again
  }
  return loading;
}
