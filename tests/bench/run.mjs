// Runs the benchmarks: node tests/bench/run.mjs [--record] [PART...]
//
// Every tests/bench/NAME.mjs but this one is a part. It exports
//   title                 what is measured, in Chinese
//   async run(context)    -> {columns: [string], rows: [[string | number]], notes: [string]}
// where context holds what parts share (support/context.mjs). Prints one table a part, writes
// build/bench.json (the parts that ran replace their earlier results there), and with --record, which takes
// all parts, docs/performance.md.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createContext } from "./support/context.mjs";
import { machine } from "./support/machine.mjs";
import { page, plain } from "./support/tables.mjs";
import { root } from "../wasm/support.mjs";

const folder = join(root, "tests", "bench");
const all = readdirSync(folder)
  .filter((name) => name.endsWith(".mjs") && name !== "run.mjs")
  .map((name) => name.slice(0, -4))
  .sort();
const wanted = process.argv.slice(2).filter((word) => word !== "--record");
const record = process.argv.includes("--record");
const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length || (record && wanted.length)) {
  console.error(`usage: scripts/bench [--record | PART...]   parts: ${all.join(" ")}`);
  process.exit(2);
}

async function measure(name, context) {
  const part = await import(`./${name}.mjs`);
  const { columns, rows, notes = [] } = await part.run(context);
  if (!rows.length) throw new Error(`the part ${name} measured nothing`);
  const crooked = rows.find((row) => row.length !== columns.length);
  if (crooked)
    throw new Error(`the part ${name} has a row of ${crooked.length} for ${columns.length} columns`);
  return { title: part.title, date: new Date().toISOString(), columns, rows, notes };
}

const file = join(root, "build", "bench.json");
const earlier = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).parts : {};
const results = { machine: machine(), parts: record ? {} : { ...earlier } };
const context = createContext();
for (const name of wanted.length ? wanted : all) {
  results.parts[name] = await measure(name, context);
  console.log(plain(results.parts[name]));
  mkdirSync(join(root, "build"), { recursive: true });
  writeFileSync(file, JSON.stringify(results, null, 1));
}
if (record) writeFileSync(join(root, "docs", "performance.md"), page(results));
await context.close();
