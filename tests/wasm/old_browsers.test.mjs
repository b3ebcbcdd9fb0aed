// What Chromium 78 compiles quickly: nothing beyond the first instructions of WebAssembly and sign extension,
// for functions with others it leaves to its slow compiler; and no function so large that it keeps one thread
// while the others are done.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "./support.mjs";

const files = ["core", "checker"].map((name) => join(root, "build", "wasm", `${name}.wasm`));
const CODE = 10; // the section's number
const LARGEST = 40_000;

function reader(bytes, at) {
  return {
    get at() {
      return at;
    },
    number() {
      // LEB128
      let value = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[at++];
        value += (byte & 127) * 2 ** shift;
        if (byte < 128) return value;
      }
    },
    skip(length) {
      at += length;
    },
  };
}

function functionSizes(bytes) {
  const read = reader(bytes, 8);
  while (read.at < bytes.length) {
    const section = read.number(),
      length = read.number();
    if (section !== CODE) {
      read.skip(length);
      continue;
    }
    return Array.from({ length: read.number() }, () => {
      const size = read.number();
      read.skip(size);
      return size;
    });
  }
  return [];
}

for (const file of files) {
  test(`no instruction beyond sign extension: ${file}`, () => {
    const run = spawnSync("wasm-opt", ["--mvp-features", "--enable-sign-ext", file, "-o", "/dev/null"], {
      encoding: "utf8",
    });
    assert.equal(run.status, 0, run.error?.message ?? run.stderr.slice(0, 1000));
  });

  test(`no function of more than 40 kB: ${file}`, () => {
    const sizes = functionSizes(readFileSync(file));
    assert.ok(sizes.length > 1000, `${sizes.length} functions`);
    assert.ok(Math.max(...sizes) <= LARGEST, `one function has ${Math.max(...sizes)} bytes`);
  });
}
