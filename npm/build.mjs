// Builds ../build/npm from the core in ../build/wasm: index.js (ESM), its types, nianbao-check.js (the web element).
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { notices } from "../web/notices.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const output = join(here, "../build/npm");
const require = createRequire(join(here, "../web/package.json"));
const { build } = require("esbuild");

// The core's script stands alone: what it would ask of Node it is given.
const core = {
  name: "core",
  setup(plugin) {
    plugin.onResolve({ filter: /^nianbao-core-/ }, ({ path }) => ({ path, namespace: "core" }));
    plugin.onLoad({ filter: /glue$/, namespace: "core" }, () => ({
      contents: `const __dirname = "", __filename = "", require = () => ({});\n${readFileSync(join(here, "../build/wasm/core.js"), "utf8")}\nexport default NianbaoCore;`,
    }));
    plugin.onLoad({ filter: /wasm$/, namespace: "core" }, () => ({
      contents: `export default "${readFileSync(join(here, "../build/wasm/core.wasm")).toString("base64")}";`,
    }));
  },
};

rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });
const common = { bundle: true, minify: true, charset: "utf8", plugins: [core], logLevel: "error" };
await build({
  ...common,
  entryPoints: [join(here, "index.ts")],
  outfile: join(output, "index.js"),
  format: "esm",
  target: "es2020",
});
await build({
  ...common,
  entryPoints: [join(here, "element.ts")],
  outfile: join(output, "nianbao-check.js"),
  format: "iife",
  target: "chrome78",
});

const types = spawnSync(process.execPath, [require.resolve("typescript/bin/tsc"), "-p", join(here, "tsconfig.json")], {
  stdio: "inherit",
});
if (types.status !== 0) process.exit(types.status ?? 1);
for (const name of ["package.json", "README.md", "example.mjs", "demo.html", "demo.js"])
  cpSync(join(here, name), join(output, name));
cpSync(join(here, "../LICENSE"), join(output, "LICENSE"));
writeFileSync(join(output, "licences.txt"), notices({ pdf: false }));
cpSync(join(here, "../docs/schema"), join(output, "schema"), { recursive: true });
