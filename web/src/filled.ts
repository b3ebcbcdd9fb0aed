export type Language = "zh" | "en";

// The words of one language, "{0}" filled in with the arguments.
export function filled(
  words: readonly [string, string],
  language: Language,
  args: readonly (string | number)[],
): string {
  const text = words[language === "zh" ? 0 : 1];
  return text.replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)]));
}
