// docs/rules.md is what scripts/goldens writes, and every rule has its two cases, in words that fit a line
// or two.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ruleCases } from "../../web/rule_cases.mjs";
import { nianbao, root } from "../wasm/support.mjs";

const read = (path) => readFileSync(join(root, path), "utf8");
// The file is named after the rule, with "_" or "-".
const caseFile = (id) => {
  const [family, name] = id.split("/");
  const places = [name.replaceAll("-", "_"), name].map((each) => `tests/rules/${family}/${each}.md`);
  return read(places.find((path) => existsSync(join(root, path))));
};
const { rules } = JSON.parse(nianbao("rules", "--format", "json"));
const cases = ruleCases(JSON.parse(nianbao("forms", "--format", "json")).forms);

test("the kept page of rules is current", () => {
  const generator = join(root, "scripts/rules_page.mjs");
  const written = execFileSync(process.execPath, [generator], { encoding: "utf8", maxBuffer: 1 << 24 });
  const stale = "docs/rules.md is out of date; scripts/goldens writes it again";
  assert.equal(read("docs/rules.md"), written, stale);
  assert.ok(written.startsWith(nianbao("rules", "--format", "markdown")));
});

test("every rule that has cases of both kinds shows one of each", () => {
  const has = (id, kind) => caseFile(id).includes(`## ${kind}：`);
  const both = rules.map(({ id }) => id).filter((id) => has(id, "违规") && has(id, "合规"));
  assert.ok(both.length > 0);
  assert.deepEqual(Object.keys(cases).sort(), both.sort());
});

for (const [id, { breaks, keeps }] of Object.entries(cases))
  test(`the cases of ${id} are short, and taken from its file`, () => {
    const file = caseFile(id);
    for (const { title, text } of [breaks, keeps]) {
      assert.ok(title && title.length <= 40, title);
      assert.ok(text.length <= 160, text);
      assert.doesNotMatch(text, /undefined|null|\n|\t|\\|[a-z_]+\.[a-z_]+\./);
    }
    assert.ok(file.includes(`## 违规：${breaks.title}\n`) && file.includes(`## 合规：${keeps.title}\n`));
    assert.ok(breaks.message && breaks.message.length <= 160, breaks.message);
    assert.ok(breaks.english.length <= 320, breaks.english);
    const clauses = [breaks.message, breaks.english].flatMap((message) => message.split(/[；;] ?…[；;] ?/));
    for (const clause of clauses) assert.ok(file.includes(clause), clause);
  });

// One of each kind of step, so that what a case says stays what a reader is told.
test("steps are told in words", () => {
  const told = Object.fromEntries(Object.entries(cases).map(([id, { breaks }]) => [id, breaks.text]));
  assert.equal(told["cells/unit"], "表二“行政许可”行“本年处理决定数量”填“86项”");
  assert.equal(told["cells/dash"], "表二“规章”行全部填“/”");
  assert.equal(told["dates/signed-early"], "落款为“2024年12月22日”");
  assert.equal(told["narrative/growth"], "“公开总数比上年的400条增长15%。”");
  assert.equal(told["structure/section-order"], "第二、三部分对调");
  assert.equal(told["structure/table-missing"], "没有表四");
  assert.equal(told["wording/until"], "“截止2024年12月31日，专栏访问量稳步上升。”");
});
