// Of every rule one case that breaks it and one that keeps it, in words: for the page (build.mjs) and for
// docs/rules.md (scripts/rules_page.mjs). They are chosen from the case files,
// tests/rules/<family>/<name>.md. CONTRIBUTING.md has their notation, tests/support/case_parser.cpp reads
// all of it; here is read what can be told in a line.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = join(dirname(fileURLToPath(import.meta.url)), "../tests/rules");
const LONGEST = 64; // characters of a quotation
const MOST = 160; // of what is written, and of a message; twice as many in English
const PARTS = ["一", "二", "三", "四", "五", "六"];

const bases = new Map();
function base(name) {
  if (!bases.has(name)) bases.set(name, readFileSync(join(folder, `base_${name}.txt`), "utf8"));
  return bases.get(name);
}

const unescaped = (text) =>
  text.replace(/\\(?:n|t|u([0-9A-Fa-f]{4}))/g, (all, code) =>
    code ? String.fromCharCode(parseInt(code, 16)) : all === "\\n" ? "\n" : "\t",
  );

// --- reading -----------------------------------------------------------------------------------------------

// A line of a recipe as [what, …]: what is done to the base.
const STEPS = [
  [/^(底稿|年份|标题|落款)：(.*)$/, (what, value) => [what, value]],
  [/^(格式|文件|选项)：/, () => ["unseen"]],
  [/^(删行|删列|删表|删节|空节|换节) (.*)$/, (what, value) => [what, value]],
  [/^([a-z_]+|\*)\.([a-z_]+|\*)\.([a-z_]+|\*) = (.*)$/, (...cell) => ["cell", ...cell]],
  [/^全部把“(.*?)”改为“(.*)”$/, (from, to) => ["all", from, to]],
  [/^把“(.*?)”改为“(.*)”$/, (from, to) => ["text", from, to]],
  [/^删去“(.*)”$/, (from) => ["text", from, ""]],
  [/^在“(.*?)”后加“(.*)”$/, (at, more) => ["after", at, more]],
  [/^在“(.*?)”前加“(.*)”$/, (at, more) => ["before", at, more]],
];

function step(line) {
  for (const [pattern, make] of STEPS) {
    const found = pattern.exec(line);
    if (found) return make(...found.slice(1));
  }
  throw new Error(`not understood: ${line}`);
}

// The message; before it stands the rule, and where there is one the place.
const expected = (line) => /：“(.*)”$/.exec(line.replace(/^.*? 在 “.*?”：/, "："))[1];

function readCase(block) {
  const [heading, ...lines] = block.replace(/^```$[\s\S]*?^```$/gm, "").split("\n");
  const one = {
    breaks: heading.startsWith("违规："),
    title: heading.slice(3).trim(),
    steps: [], // [whose report: "", "上年", "甲", …; what; …]
    messages: [],
    english: "",
    elsewhere: false, // other rules speak, or this one could not look
    mild: /提示$|提示一次|提醒/.test(heading), // said in passing, by a rule that is usually graver
  };
  const add = (whose, line) => line && one.steps.push([whose, ...step(line)]);
  for (const line of lines.map((each) => each.trim())) {
    const other = /^另一份 (\S+) *(.*)$/.exec(line);
    if (/^(#|>|<!--|$|通过|建议|等式|牵连|修正|期望：无)/.test(line)) continue;
    else if (line.endsWith("全文：")) one.steps.push(["", "unseen"]);
    else if (line.startsWith("期望：")) one.messages.push(expected(line));
    else if (line.startsWith("英文：")) one.english ||= one.messages.length === 1 ? line.slice(4, -1) : "";
    else if (/^(另有|跳过)/.test(line)) one.elsewhere = true;
    else if (line.startsWith("级别：")) one.mild ||= line.endsWith("notice");
    else if (other) add(other[1], other[2]);
    else if (line.startsWith("上年")) {
      one.steps.push(["上年", "given"]);
      add("上年", line.slice(2).trim());
    } else add("", line);
  }
  return one;
}

// --- telling -----------------------------------------------------------------------------------------------

const cut = (text, most = LONGEST) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
const quote = (text) => `“${cut(text.trim().replace(/\s+/g, " "))}”`;

// What stands in the report after a change: its sentence, or only its clause where the sentence is long.
function sentence(text, from, to, begin) {
  const written = text.slice(0, begin) + to + text.slice(begin + from.length);
  const lead = /^\s*/.exec(to)[0].length;
  const first = begin + lead;
  const last = Math.max(first, begin + to.trimEnd().length);
  for (const ends of ["。\n\t", "。\n\t；，", "。\n\t；，、：（）"]) {
    let [left, right] = [first, last];
    while (left > 0 && !ends.includes(written[left - 1])) left--;
    while (right < written.length && !ends.includes(written[right])) {
      if (right === last && ends.includes(written[right - 1])) break;
      right++;
    }
    if (written[right] === "。") right++;
    if (right - left <= LONGEST) return quote(written.slice(left, right).replace(/[，；、：]$/, ""));
  }
  return quote(to);
}

// The forms are those of the catalogue: names of tables, rows and columns. The sentences around a change are
// known of the report that is checked, in its own year, not of those given with it (`whose`).
class Teller {
  constructor(forms, steps, whose) {
    const of = (what) => (steps.find(([owner, kind]) => !owner && kind === what) || [])[2];
    this.base = of("底稿") || "2021";
    this.alone = !!whose || !!of("年份");
    this.form = forms.find(({ form }) => form === (this.base === "2019" ? "2019" : "2021"));
  }
  table(key) {
    return this.form.tables.find((table) => table.key === key);
  }
  place(id) {
    const [tableKey, rowKey] = id.split(".");
    const table = this.table(tableKey);
    const row = table.rows.find(({ key }) => key === rowKey);
    const label = row.label
      .replace(/（.{8,}）$/, "")
      .replace(/“/g, "‘")
      .replace(/”/g, "’");
    return { table, name: cut(label, 22) };
  }
  columnName(tableKey, key) {
    return this.table(tableKey)
      .rows.flatMap(({ columns }) => columns)
      .find((column) => column.key === key).label;
  }
  text(from, to, begin) {
    const [a, b] = [unescaped(from), unescaped(to)];
    if (!b.trim()) return `删去“${cut(a.trim().replace(/\s+/g, " "), 24)}”`;
    const text = base(this.base);
    const at = begin === undefined ? text.indexOf(a) : begin;
    return this.alone || at < 0 ? quote(b) : sentence(text, a, b, at);
  }
  insert(at, more, before) {
    const text = base(this.base);
    const anchor = unescaped(at);
    const begin = text.indexOf(anchor);
    return begin < 0 ? quote(unescaped(more)) : this.text("", more, begin + (before ? 0 : anchor.length));
  }
  // Cells of one row are told together.
  cells(tableKey, rowKey, values) {
    const { name: table } = this.table(tableKey);
    const value = (text) => (text === "空" ? "空着" : `填“${unescaped(text)}”`);
    const [[first, text]] = values;
    if (rowKey === "*") {
      const where = first === "*" ? "全部" : `“${this.columnName(tableKey, first)}”列全部`;
      return `${table}${where}${value(text)}`;
    }
    const row = `${table}“${this.place(`${tableKey}.${rowKey}`).name}”行`;
    if (first === "*") return `${row}全部${value(text)}`;
    const filled = values.map(([column, one]) => `“${this.columnName(tableKey, column)}”${value(one)}`);
    return row + filled.join("、");
  }
  // Null: nothing to tell.
  tell([what, ...rest]) {
    const [value] = rest;
    const parts = (numbers) => numbers.split(" ").map((each) => PARTS[each - 1]);
    switch (what) {
      case "底稿":
        return (
          { 2019: "用2019年的表样", "2021_zero": "三张表都填0", 本年: "上年年报与本年相同" }[value] || null
        );
      case "年份":
        return `${value}年度的年报`;
      case "标题":
        return value ? `标题为${quote(value)}` : "没有标题";
      case "落款":
        return value ? `落款为${quote(value)}` : "没有落款";
      case "删行": {
        const { table, name } = this.place(value);
        return `${table.name}没有“${name}”行`;
      }
      case "删列": {
        const [tableKey, column] = value.split(".");
        return `${this.table(tableKey).name}没有“${this.columnName(tableKey, column)}”列`;
      }
      case "删表":
        return `没有${this.table(value).name}`;
      case "删节":
        return `没有第${parts(value).join("")}部分`;
      case "空节":
        return `第${parts(value).join("")}部分只有标题`;
      case "换节":
        return `第${parts(value).join("、")}部分对调`;
      case "all":
        return `“${value}”都写作${quote(unescaped(rest[1]))}`;
      case "text":
        return this.text(value, rest[1]);
      case "after":
      case "before":
        return this.insert(value, rest[1], what === "before");
      default:
        return null;
    }
  }
}

// What is written, in a line; empty where the base as it is keeps the rule, or where the title alone says it.
function told(one, forms) {
  const lines = [];
  const rows = new Map();
  for (const [whose, ...rest] of one.steps) {
    const teller = new Teller(forms, one.steps, whose);
    const owner = whose === "上年" ? "上年年报" : whose && `另一份（${whose}）`;
    const say = (words) => words && lines.push(words.startsWith(owner) ? words : owner + words);
    if (rest[0] !== "cell") {
      say(teller.tell(rest));
      continue;
    }
    const [, table, row, column, value] = rest;
    const key = `${whose} ${table}.${row}`;
    if (!rows.has(key)) {
      rows.set(key, []);
      lines.push(() => owner + teller.cells(table, row, rows.get(key)));
    }
    rows.get(key).push([column, value]);
  }
  return lines.map((line) => (typeof line === "function" ? line() : line)).join("；");
}

// --- choosing ----------------------------------------------------------------------------------------------

// The less, the sooner a clerk sees what is meant: one short sentence of text, nothing that a report does not
// show.
function effort(one) {
  const kinds = one.steps.map(([, what]) => what);
  const many = (list) => kinds.filter((what) => list.includes(what)).length;
  let sum = 40 * Math.max(0, kinds.length - many(["given"]) - 1) + one.text.length;
  sum += 100 * many(["unseen"]) + 60 * many(["底稿", "年份"]) + 40 * many(["all"]) + 15 * many(["cell"]);
  if (one.elsewhere) sum += one.breaks ? 50 : 300;
  if (one.breaks) {
    sum += one.messages[0].length / 4 + 40 * (one.messages.length - 1);
    return sum + (one.english ? 0 : 45) + 120 * one.mild;
  }
  if (/报告$|由.*说|已经报/.test(one.title)) sum += 80;
  return sum + (kinds.length ? 0 : 45);
}

function choose(cases) {
  return cases.reduce((best, one) => (effort(one) < effort(best) ? one : best));
}

// What takes many steps is left to the title.
const short = (text) => (text.length > MOST ? "" : text);

// Of a long message the first clause and the last, which says what follows from the sums between them.
function message(text, semicolon, most) {
  const clauses = text.split(semicolon);
  if (text.length > most) clauses.splice(1, clauses.length - 2, "…");
  return cut(clauses.join(semicolon), most);
}

// By the rule's id; a rule that has cases of one kind only is left out.
export function ruleCases(forms) {
  const files = readdirSync(folder, { recursive: true }).filter((name) => /^\w+[\\/][\w-]+\.md$/.test(name));
  const cases = {};
  for (const file of files.sort()) {
    const blocks = readFileSync(join(folder, file), "utf8").split(/^## /m).slice(1);
    const all = blocks.map(readCase).map((one) => ({ ...one, text: told(one, forms) }));
    const [breaking, keeping] = [true, false].map((breaks) => all.filter((one) => one.breaks === breaks));
    if (!breaking.length || !keeping.length) continue;
    const [breaks, keeps] = [choose(breaking), choose(keeping)];
    const [chinese, english] = [breaks.messages[0], breaks.english];
    cases[file.replace(/\\/g, "/").replace(/_/g, "-").replace(/\.md$/, "")] = {
      breaks: {
        title: breaks.title,
        text: short(breaks.text),
        message: message(chinese, "；", MOST),
        english: message(english, "; ", 2 * MOST),
      },
      keeps: { title: keeps.title, text: short(keeps.text) },
    };
  }
  return cases;
}
