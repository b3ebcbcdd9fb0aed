// Writes docs/rules.md to standard output: the program's catalogue, and of every rule a case that it finds
// fault with and one that it does not (web/rule_cases.mjs). scripts/goldens keeps it,
// tests/docs/rules.test.mjs holds it to this.
import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ruleCases } from "../web/rule_cases.mjs";

const program = join(dirname(fileURLToPath(import.meta.url)), "../build/nianbao");
const asked = (...args) => execFileSync(program, args, { encoding: "utf8", maxBuffer: 1 << 26 });

// Samples hold what markup is made of: it is shown, not obeyed.
const plain = (text) => text.replace(/[\\`*_{}[\]<>#|~&]/g, "\\$&");
const written = ({ title, text }) => plain(text ? `${title}：${text}` : title);

function section({ id, title }, { breaks, keeps }) {
  const said = [breaks.message, breaks.english].filter(Boolean).map((message) => `  - ${plain(message)}`);
  const [reported, silent] = [`- 会报　${written(breaks)}`, `- 不报　${written(keeps)}`];
  return [`### ${id} ${plain(title.zh)}`, "", reported, ...said, silent, ""].join("\n");
}

const cases = ruleCases(JSON.parse(asked("forms", "--format", "json")).forms);
const { rules } = JSON.parse(asked("rules", "--format", "json"));
const intro = "每条规则举一个会报的例子（连同报出的话）和一个不报的例子，取自 `tests/rules/` 的用例，有删节。";
const sections = rules.filter(({ id }) => cases[id]).map((rule) => section(rule, cases[rule.id]));
const catalogue = asked("rules", "--format", "markdown");
process.stdout.write(`${[catalogue, "## 例子", "", intro, "", ...sections].join("\n").trimEnd()}\n`);
