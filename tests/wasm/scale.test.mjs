// The recipes of docs/scale.md: however the work is divided, the results are those of one process, byte for
// byte.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { program, root } from "./support.mjs";

const folder = mkdtempSync(join(tmpdir(), "nianbao-scale-"));
after(() => rmSync(folder, { recursive: true }));

// Four counties: eight bodies each, of the first two also last year's report; one file that is no report.
const rules = join(root, "tests", "rules");
const [now, last] = ["base_2021.txt", "base_2021_last_year.txt"].map((name) =>
  readFileSync(join(rules, name), "utf8"),
);
for (const [c, county] of ["甲县", "乙县", "丙县", "丁县"].entries()) {
  mkdirSync(join(folder, county));
  for (let i = 0; i < 8; i++) {
    const agency = `${county}${"水教林审文民司农"[i]}务局`;
    const named = (text) => text.split("青禾县水利局").join(agency);
    writeFileSync(
      join(folder, county, `${agency} 2024.txt`),
      named(now).replace("31件", i === 3 ? "30件" : "31件"),
    );
    if (i < 2) writeFileSync(join(folder, county, `${agency} 2023.txt`), named(last));
  }
  if (c === 2) writeFileSync(join(folder, county, "说明.txt"), "今天天气很好。");
}

const shell = (command, env = {}) =>
  spawnSync("bash", ["-c", command], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { ...process.env, ...env, NIANBAO: program, LC_ALL: "C.UTF-8" },
  });

const counties = readdirSync(folder).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
const quoted = counties.map((name) => `'${name}'`).join(" ");
const one = shell(`"$NIANBAO" check --format jsonl ${quoted}`);

test("one process gives every file its line, in order", () => {
  const names = one.stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).source.name);
  assert.equal(names.length, 4 * 10 + 1);
  assert.deepEqual(
    names,
    [...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))),
  );
  assert.equal(one.status, 2);
  const compared = one.stdout
    .trim()
    .split("\n")
    .filter((line) => JSON.parse(line).comparison);
  assert.equal(compared.length, 4 * 2);
});

test("one thread and many give the same", () =>
  assert.equal(shell(`"$NIANBAO" check --format jsonl --jobs 1 ${quoted}`).stdout, one.stdout));

test("names from standard input, by line and by NUL", () => {
  for (const separator of ["\\n", "\\0"])
    assert.equal(
      shell(`printf '%s${separator}' ${quoted} | "$NIANBAO" check --format jsonl --names -`).stdout,
      one.stdout,
    );
});

test("a single file by name gives the same line as among many", () => {
  const name = JSON.parse(one.stdout.split("\n").find((line) => line.includes("说明"))).source.name;
  assert.ok(one.stdout.includes(shell(`"$NIANBAO" check --format jsonl '${name}'`).stdout));
});

test("xargs, a file of results a folder", () => {
  shell(
    `printf '%s\\0' ${quoted} | xargs -0 -P 2 -I{} sh -c '"$NIANBAO" check --format jsonl --jobs 1 "$1" > "$1.jsonl"' sh {}`,
  );
  assert.equal(
    shell(`cat ${counties.map((name) => `'${name}.jsonl'`).join(" ")}; rm *.jsonl`).stdout,
    one.stdout,
  );
});

test("GNU parallel, a folder a job", () => {
  const run = shell(`printf '%s\\n' ${quoted} | parallel -k "$NIANBAO" check --format jsonl --jobs 1 {}`);
  assert.equal(run.stdout, one.stdout);
});

test("GNU parallel, seven names a job", () => {
  // Years that fall into different jobs do not find each other, so this year's alone.
  const run = shell(`ls */*2024.txt | "$NIANBAO" check --format jsonl --names -`);
  const divided = shell(
    `ls */*2024.txt | parallel -k --pipe -N 7 "$NIANBAO" check --format jsonl --jobs 1 --names -`,
  );
  assert.equal(run.stdout.trim().split("\n").length, 32);
  assert.equal(divided.stdout, run.stdout);
});

// The tasks of the array one after the other, without Slurm.
test("the script for Slurm", () => {
  const script = /## Slurm\n[^]*?```sh\n([^]*?)```/.exec(
    readFileSync(join(root, "docs", "scale.md"), "utf8"),
  )[1];
  writeFileSync(join(folder, "task.sh"), script.replaceAll("nianbao check", '"$NIANBAO" check'));
  const run = shell(
    `printf '%s\\n' ${quoted} > 名单.txt; for i in $(seq 0 99); do SLURM_ARRAY_TASK_ID=$i sh task.sh || echo $i failed; done`,
  );
  assert.equal(run.stdout, "");
  assert.equal(
    shell(`cat 结果.1.jsonl 结果.2.jsonl 结果.3.jsonl 结果.4.jsonl; rm 结果.*.jsonl 名单.txt task.sh`).stdout,
    one.stdout,
  );
});

const dask = `/usr/bin/python3 "${join(root, "docs", "recipes", "dask_check.py")}"`;

test("Dask, two workers", () => {
  const run = shell(`${dask} ${quoted}`);
  assert.equal(run.stderr.match(/Traceback/), null, run.stderr);
  assert.equal(run.stdout, one.stdout);
  assert.equal(run.status, one.status);
});

// The desk of every county on three workers; the one that takes 乙县 first is killed in the middle of it.
const lists = mkdtempSync(join(tmpdir(), "nianbao-rosters-"));
after(() => rmSync(lists, { recursive: true }));
for (const county of counties)
  writeFileSync(
    join(lists, `${county}.txt`),
    [..."水教林审文民司农"].map((office) => `${county}${office}务局\n`).join(""),
  );
const killing = join(lists, "killing");
writeFileSync(
  killing,
  `#!/bin/sh
case "$*" in *desk*乙县*) if mkdir "$KILLED" 2>/dev/null; then kill -9 $PPID; exit 1; fi ;; esac
exec ${program} "$@"
`,
);
chmodSync(killing, 0o755);

const deskOf = (out, more = {}) =>
  shell(`NIANBAO=${killing} ${dask} --workers 3 --desk ${out} --rosters ${lists} ${quoted}`, {
    KILLED: `${out}-killed`,
    ...more,
  });
const account = (out) =>
  readFileSync(join(out, "工作进程.csv"), "utf8")
    .trim()
    .split("\r\n")
    .slice(1)
    .map((line) => line.split(","));

test("Dask, the desk of every county, with a worker that is killed", () => {
  const out = join(lists, "结果");
  const run = deskOf(out);
  assert.equal(run.status, 2, run.stderr);
  assert.deepEqual(readdirSync(out).sort(), [...counties, "工作进程.csv"].sort());
  for (const county of counties) {
    const alone = join(lists, `${county}-alone`);
    const lines = shell(`"$NIANBAO" desk ${county} --roster ${lists}/${county}.txt --out ${alone}`).stdout;
    const said = readFileSync(join(out, county, "要办的事.txt"), "utf8");
    assert.equal(said, lines.slice(0, lines.indexOf("写在")));
    assert.match(said, /名单上 8 个单位，交了 8 个/);
    for (const name of readdirSync(alone))
      assert.ok(
        readFileSync(join(alone, name)).equals(readFileSync(join(out, county, name))),
        `${county}/${name}`,
      );
  }
  const rows = account(out);
  assert.deepEqual(
    rows
      .filter(([, , result]) => result === "做完")
      .map(([, county]) => county)
      .sort(),
    [...counties].sort(),
  );
  const lost = rows.filter(([, , result]) => result === "没有做完");
  assert.deepEqual(
    lost.map(([, county]) => county),
    ["乙县"],
  );
  assert.ok(
    !rows.some(([worker, county, result]) => worker === lost[0][0] && county === "乙县" && result === "做完"),
  );
});

test("without a second try the killed worker ends it", () => {
  const out = join(lists, "结果一次");
  const run = deskOf(out, { DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES: "0" });
  assert.match(run.stderr, /KilledWorker/);
  assert.notEqual(run.status, 0);
  assert.ok(!readdirSync(out).includes("乙县"));
  assert.ok(account(out).some(([, county, result]) => county === "乙县" && result === "没有做完"));
});
