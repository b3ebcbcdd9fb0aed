// Every word of the page, in both languages, in one table.
export type Language = "zh" | "en";

const MESSAGES = {
  name: ["年报体检", "Annual report check-up"],
  verdictClean: ["可以发布", "Ready to publish"],
  verdictErrors: ["有 {0} 处错误须改正", "{0} errors to correct"],
  verdictPartial: ["只读到一部分", "Only part of it could be read"],
  verdictUnreadable: ["没有找到年报", "No annual report found"],
  crashed: [
    "核对程序出了故障，已重新启动；你的内容还在。",
    "The checker failed and was restarted; your input is kept.",
  ],
  choose: ["选择文件", "Choose a file"],
  paste: ["把年报全文粘贴到这里", "Paste the whole report here"],
} as const;

export type MessageKey = keyof typeof MESSAGES;

let language: Language = "zh";

export function setLanguage(next: Language): void {
  language = next;
}

// "{0}" is filled in with the arguments.
export function t(key: MessageKey, ...args: (string | number)[]): string {
  const text: string = MESSAGES[key][language === "zh" ? 0 : 1];
  return text.replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)]));
}
