// The command line with awkward names, places and disks: nothing is lost, nothing is silent, nothing reaches
// the terminal raw.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { program, root } from "./support.mjs";

const folder = mkdtempSync(join(tmpdir(), "nianbao-"));
after(() => rmSync(folder, { recursive: true }));
const twin = (name) => join(root, "tests", "fixtures", "twins", name);
const at = (...names) => join(folder, ...names);

function run(args, options = {}) {
  const done = spawnSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], ...options });
  return { status: done.status, out: done.stdout, said: done.stderr.trim() };
}

function fresh(name) {
  mkdirSync(at(name));
  const file = at(name, "report.html");
  copyFileSync(twin("report.html"), file);
  return file;
}

test("the input is never overwritten, however it is spelled", () => {
  const file = fresh("same");
  const before = readFileSync(file);
  symlinkSync(file, at("same", "link.html"));
  linkSync(file, at("same", "hard.html"));
  for (const output of [
    file,
    at("same", ".", "..", "same", "report.html"),
    at("same", "link.html"),
    at("same", "hard.html"),
  ])
    for (const force of [[], ["--force"]])
      for (const command of ["annotate", "strip", "note"]) {
        const done = run([command, file, "-o", output, ...force]);
        assert.equal(done.said, "nianbao: 不能写回原文件，请换一个文件名", `${command} ${output}`);
        assert.equal(done.status, 2);
        assert.deepEqual(readFileSync(file), before);
      }
  const last = at("same", "last.html");
  copyFileSync(file, last);
  assert.equal(
    run(["note", file, "--previous", last, "-o", last, "--force"]).said,
    "nianbao: 不能写回原文件，请换一个文件名",
  );
});

test("an existing file is replaced only when asked for, and keeps its rights", () => {
  const file = fresh("existing");
  const output = at("existing", "copy.html");
  writeFileSync(output, "别人的文件", { mode: 0o640 });
  assert.deepEqual(run(["annotate", file, "-o", output]), {
    status: 2,
    out: "",
    said: `nianbao: ${output} 已经存在；要替换它，请加 --force`,
  });
  assert.equal(readFileSync(output, "utf8"), "别人的文件");
  assert.equal(run(["annotate", file, "-o", output, "--force"]).status, 0);
  assert.match(readFileSync(output, "utf8"), /data-nianbao/);
  assert.equal(statSync(output).mode & 0o777, 0o640);
  assert.deepEqual(readdirSync(at("existing")).sort(), ["copy.html", "report.html"]);
});

test("what cannot be written leaves the old file and no rest", () => {
  const file = fresh("failing");
  const output = at("failing", "copy.html");
  writeFileSync(output, "旧的内容");
  // A limit on the size of files stands in for a full disk.
  const done = spawnSync(
    "bash",
    ["-c", 'trap "" XFSZ; ulimit -f 1; exec "$0" "$@"', program, "annotate", file, "-o", output, "--force"],
    { encoding: "utf8" },
  );
  assert.equal(done.stderr.trim(), `nianbao: 写不进 ${output}，原来的内容没有动`);
  assert.equal(done.status, 2);
  assert.equal(readFileSync(output, "utf8"), "旧的内容");
  assert.deepEqual(readdirSync(at("failing")).sort(), ["copy.html", "report.html"]);
});

test("a full disk behind standard output is told", () => {
  const file = fresh("full");
  for (const args of [
    ["check", file],
    ["check", "--format", "json", file],
    ["check", "--format", "xlsx", file],
    ["rules"],
    ["forms", "--format", "json"],
  ]) {
    const done = spawnSync("bash", ["-c", 'exec "$0" "$@" >/dev/full', program, ...args], {
      encoding: "utf8",
    });
    assert.equal(done.stderr.trim(), "nianbao: 结果没有写完：标准输出写不进去", args.join(" "));
    assert.equal(done.status, 2);
  }
});

test("input without end is answered", () => {
  const done = spawnSync("bash", ["-c", 'yes 政府信息公开 | "$0" check --format json -', program], {
    encoding: "utf8",
  });
  const result = JSON.parse(done.stdout);
  assert.equal(result.outcome, "unreadable");
  assert.equal(result.problems[0].code, "limit");
});

test("links in a folder are not followed, and told", () => {
  const file = fresh("outside");
  mkdirSync(at("given"));
  copyFileSync(file, at("given", "own.html"));
  symlinkSync(at("outside"), at("given", "folder"));
  symlinkSync(at("given"), at("given", "circle"));
  symlinkSync(file, at("given", "file.html"));
  const done = run(["check", "--format", "jsonl", at("given")]);
  assert.equal(done.out.trim().split("\n").length, 1);
  for (const name of ["folder", "circle", "file.html"])
    assert.ok(done.said.includes(`${at("given", name)} 是链接，没有查`), name);
});

test("a folder that cannot be opened is told, and counts", () => {
  mkdirSync(at("deep"));
  copyFileSync(twin("report.html"), at("deep", "report.html"));
  // Longer than any path may be: it can be made from inside, but not opened by its whole name.
  const made = spawnSync("bash", [
    "-c",
    `cd "$0" && for i in $(seq 20); do mkdir ${"a".repeat(240)} && cd ${"a".repeat(240)} || exit 1; done`,
    at("deep"),
  ]);
  assert.equal(made.status, 0);
  const done = run(["check", "--format", "jsonl", at("deep")]);
  assert.match(done.said, /打不开文件夹 .*，里面的文件没有查/);
  assert.equal(done.status, 2);
  assert.equal(done.out.trim().split("\n").length, 2);
  spawnSync("rm", ["-rf", at("deep")]);
});

test("names cannot speak to the terminal", () => {
  const name = "a\u001b]0;x\u0007\u202Egpj.html";
  mkdirSync(at("names"));
  copyFileSync(twin("report.html"), at("names", name));
  copyFileSync(twin("report.html"), at("names", "b.html"));
  for (const format of ["text", "csv", "cells"]) {
    const done = run(["check", "--format", format, at("names")]);
    for (const text of [done.out, done.said]) assert.doesNotMatch(text, /[\u001b\u0007\u202E]/, format);
  }
  const done = run(["check", "--format", "csv", at("names")]);
  assert.ok(done.said.includes("a\\u001B]0;x\\u0007\\u202Egpj.html"));
  assert.ok(done.out.includes("a\\u001B]0;x\\u0007\\u202Egpj.html"));
  assert.equal(run(["check", at("names", "没有\u001b[31m.html")]).said.includes("\u001b"), false);
  assert.equal(run([`\u001b[31m`]).said.includes("\u001b"), false);
  assert.ok(!existsSync(at("x")));
});
