// The worked examples of docs/: each block marked sh that a block marked text follows prints just that.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { root } from "../wasm/support.mjs";

const PAGES = ["docs/binder.md", "docs/grammar.md"];

const place = mkdtempSync(join(tmpdir(), "nianbao-examples-"));
after(() => rmSync(place, { recursive: true }));
for (const name of ["build", "tests"]) symlinkSync(join(root, name), join(place, name));

for (const page of PAGES) {
  const text = readFileSync(join(root, page), "utf8");
  const examples = [...text.matchAll(/^```sh\n([\s\S]*?)^```\n\n```text\n([\s\S]*?)^```$/gm)];

  test(`${page}: every command shows what it prints`, () => {
    assert.ok(examples.length >= 2);
    assert.equal(examples.length, text.match(/^```sh$/gm).length);
  });

  for (const [, commands, shown] of examples)
    test(`${page}: ${commands.trim().split("\n").pop()}`, () => {
      const run = spawnSync("bash", ["-c", commands], { cwd: place, encoding: "utf8", timeout: 120_000 });
      assert.equal(run.stderr, "");
      assert.equal(run.stdout.replace(/\r\n/g, "\n"), shown); // CSV ends its lines as spreadsheets want them
    });
}
