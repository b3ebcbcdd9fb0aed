// Of every rule a case that it finds fault with and one that it does not, loaded for those who open one.
import type { Engine } from "./engine";
import { lateText } from "./late";

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

let loading: Promise<RuleCases> | null = null;

export function ruleCases(engine: Engine): Promise<RuleCases> {
  if (!loading) {
    loading = lateText("cases", engine).then((text) => JSON.parse(text) as RuleCases);
    loading.catch(() => (loading = null)); // the next who asks tries again
  }
  return loading;
}
