// The results as text for a terminal and as docs/performance.md.

// Wide characters take two places on a terminal.
const width = (text) => [...text].reduce((sum, char) => sum + (char.codePointAt(0) > 0x2e7f ? 2 : 1), 0);

// Three figures are all that a timing is worth.
function shown(value) {
  if (typeof value !== "number") return String(value);
  if (Number.isInteger(value)) return String(value);
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

export function plain({ title, columns, rows, notes }) {
  const lines = [columns, ...rows.map((row) => row.map(shown))];
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => width(line[at]))));
  const pad = (text, at) =>
    at ? " ".repeat(widths[at] - width(text)) + text : text + " ".repeat(widths[at] - width(text));
  return [
    `## ${title}`,
    ...lines.map((line) => line.map(pad).join("  ").trimEnd()),
    ...notes.map((note) => `- ${note}`),
    "",
  ].join("\n");
}

function section({ title, columns, rows, notes }) {
  const line = (cells) => `| ${cells.map((cell) => shown(cell).replace(/\|/g, "\\|")).join(" | ")} |`;
  const ruler = `| --- |${" ---: |".repeat(columns.length - 1)}`;
  const list = notes.map((note) => `- ${note}`).join("\n");
  return [`## ${title}`, "", line(columns), ruler, ...rows.map(line), ...(list ? ["", list] : []), ""].join(
    "\n",
  );
}

export function page({ machine, parts }) {
  const results = Object.values(parts);
  const date = results[0].date.slice(0, 10);
  const built = [machine.compiler, machine.emscripten].filter(Boolean).join("；");
  return `# 性能

本页由 \`scripts/bench\` 写成，不手改。检查的时间是处理器的时间（浏览器里按钟表），取多次中最快的一次，机器忙别的事只会变慢；打开页面的按钟表，取中位数；同一张表在同一次运行中量得，看比值比看绝对值可靠。

- 日期：${date}
- 机器：${machine.processor}，${machine.cores} 核，内存 ${machine.memory}，${machine.system}
- 负载：${machine.load.toFixed(1)}${machine.load > machine.cores ? "，大于核数：按钟表量的时间偏长，不能与目标比" : ""}
- 环境：Node ${machine.node}；${machine.chromium || "无 Chromium"}
- 编译：${built}

${results.map(section).join("\n")}`;
}
