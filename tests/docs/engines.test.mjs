// Every locked npm package runs on the oldest Node that scripts/setup accepts, so that no update breaks a
// fresh machine silently.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../wasm/support.mjs";

const promised = /^NODE_MINIMUM=(.+)$/m.exec(readFileSync(join(root, "scripts/versions.env"), "utf8"))[1];

const parts = (version) => version.split(".").map((part) => (/^\d+$/.test(part) ? Number(part) : undefined));

/** -1, 0 or 1; parts that a version leaves out count as 0. */
function compare(a, b) {
  for (let i = 0; i < 3; i++) {
    const difference = (parts(a)[i] ?? 0) - (parts(b)[i] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}

/** Whether `version` fits one comparator as package authors write them: ">=18", "^20.9.0", "4.x", "18", "*". */
function fits(version, comparator) {
  const [, sign, wanted] = /^(>=|>|<=|<|=|\^|~)?\s*v?(.+)$/.exec(comparator);
  if (wanted === "*" || wanted === "x") return true;
  const order = compare(version, wanted);
  const [major, minor] = parts(wanted);
  const [ourMajor, ourMinor] = parts(version);
  if (sign === ">=") return order >= 0;
  if (sign === ">") return order > 0;
  if (sign === "<=") return order <= 0;
  if (sign === "<") return order < 0;
  if (sign === "^") return order >= 0 && ourMajor === major;
  if (sign === "~") return order >= 0 && ourMajor === major && (minor === undefined || ourMinor === minor);
  return ourMajor === major && (minor === undefined || ourMinor === minor);
}

const satisfies = (version, range) =>
  range.split("||").some((all) =>
    all
      .trim()
      .replace(/(>=|<=|>|<|=|\^|~)\s+/g, "$1")
      .split(/\s+/)
      .every((comparator) => fits(version, comparator)),
  );

test("ranges are understood", () => {
  for (const range of [
    "*",
    ">=18",
    ">= 18",
    "^18.18.0 || ^20.9.0 || >=21.1.0",
    "18 || 20 || >=22",
    "20.x",
    ">=4.0.0 <21",
  ])
    assert.ok(satisfies("20.19.0", range), range);
  for (const range of [">=22", "^18.0.0", "^20.20.0", "18 || >=22", "4.x", ">=18 <20", "~20.18.0"])
    assert.ok(!satisfies("20.19.0", range), range);
});

const locks = spawnSync("git", ["ls-files", "*package-lock.json"], { cwd: root, encoding: "utf8" })
  .stdout.split("\n")
  .filter(Boolean);

test("there are locks to look at", () => assert.ok(locks.includes("web/package-lock.json")));

for (const file of locks) {
  test(`${file}: every package runs on Node ${promised}`, () => {
    const lock = JSON.parse(readFileSync(join(root, file), "utf8"));
    const refusing = Object.entries(lock.packages)
      .filter(
        ([, entry]) => typeof entry.engines?.node === "string" && !satisfies(promised, entry.engines.node),
      )
      .map(([name, entry]) => `${name} wants node ${entry.engines.node}`);
    assert.deepEqual(refusing, []);
  });
}
