// Bundles ../tests/web/*.spec.ts and runs them under node's test runner. Arguments choose files by part of
// their name.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const specs = join(here, "../tests/web");
const out = join(here, "node_modules/.tests");
const wanted = process.argv.slice(2);
const files = readdirSync(specs)
  .filter((name) => name.endsWith(".spec.ts"))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
if (files.length === 0) throw new Error("no test file");

// The oldest browser lies in a package of its own, without the scripts that npm would run.
const old = join(here, "../tests/chromium78");
if (files.some((name) => name.startsWith("chromium78")) && !existsSync(join(old, "node_modules"))) {
  const done = spawnSync("npm", ["ci", "--prefer-offline", "--no-audit", "--no-fund"], {
    cwd: old,
    stdio: "inherit",
  });
  if (done.status !== 0) throw new Error("npm ci in tests/chromium78 failed");
}

rmSync(out, { recursive: true, force: true });
await build({
  entryPoints: files.map((name) => join(specs, name)),
  outdir: out,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  external: [
    "playwright-core",
    "@axe-core/playwright",
    "@mdn/browser-compat-data",
    "acorn",
    "acorn-walk",
    "css-tree",
  ],
  sourcemap: "inline",
  logLevel: "warning",
});
const run = spawnSync(
  process.execPath,
  [
    "--enable-source-maps",
    "--test",
    "--test-concurrency=1",
    ...files.map((n) => join(out, n.replace(/\.ts$/, ".mjs"))),
  ],
  {
    stdio: "inherit",
    env: { ...process.env, NIANBAO_ROOT: join(here, "..") },
  },
);
process.exit(run.status ?? 1);
