// Builds ../build/npm from the core in ../build/wasm: index.js (ESM), pdf.js and pdf.node.js (what reads
// PDF), their types, nianbao-check.js (the web element).
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { notices } from "../web/notices.mjs";
import { version } from "../web/version.mjs";

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

// The page's PDF worker as text. Its WebAssembly is that of @embedpdf/pdfium, which stays a package of its
// own.
const pdfium = join(dirname(require.resolve("@embedpdf/pdfium/pdfium.wasm")), "..");
const pdfWorker = await build({
  entryPoints: [join(here, "../web/src/pdf/worker.ts")],
  bundle: true,
  minify: true,
  write: false,
  format: "iife",
  target: "chrome78",
  charset: "utf8",
  define: { "import.meta.url": '"file:///"' }, // it is given its bytes and needs no address
  logLevel: "error",
});
const pdf = {
  name: "pdf",
  setup(plugin) {
    plugin.onResolve({ filter: /^nianbao-pdf/ }, ({ path }) => ({ path, namespace: "pdf" }));
    plugin.onLoad({ filter: /worker$/, namespace: "pdf" }, () => ({
      contents: pdfWorker.outputFiles[0].text,
      loader: "text",
    }));
    plugin.onLoad({ filter: /pdfium$/, namespace: "pdf" }, () => ({
      contents: JSON.stringify({
        version: JSON.parse(readFileSync(join(pdfium, "package.json"), "utf8")).version,
        size: statSync(join(pdfium, "dist/pdfium.wasm")).size,
      }),
      loader: "json",
    }));
  },
};

rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });
const common = { bundle: true, minify: true, charset: "utf8", plugins: [core, pdf], logLevel: "error" };
await build({
  ...common,
  entryPoints: ["index.ts", "pdf.ts"].map((name) => join(here, name)),
  outdir: output,
  format: "esm",
  target: "es2020",
});
await build({
  ...common,
  entryPoints: [join(here, "pdf.node.ts")],
  outdir: output,
  format: "esm",
  platform: "node",
  target: "node18",
});
await build({
  ...common,
  entryPoints: [join(here, "element.ts")],
  outfile: join(output, "nianbao-check.js"),
  format: "iife",
  target: "chrome78",
});

const types = spawnSync(
  process.execPath,
  [require.resolve("typescript/bin/tsc"), "-p", join(here, "tsconfig.json")],
  {
    stdio: "inherit",
  },
);
if (types.status !== 0) process.exit(types.status ?? 1);
// What the entries' types refer to, and no more.
const told = join(output, "types");
const reached = new Set();
function reach(file) {
  if (reached.has(file)) return;
  reached.add(file);
  for (const [, path] of readFileSync(file, "utf8").matchAll(/from "(\..+)\.js"/g))
    reach(join(dirname(file), `${path}.d.ts`));
}
for (const name of ["index", "pdf", "element"]) reach(join(told, "npm", `${name}.d.ts`));
for (const name of readdirSync(told, { recursive: true }))
  if (name.endsWith(".d.ts") && !reached.has(join(told, name))) rmSync(join(told, name));
rmSync(join(told, "web/src/pdf"), { recursive: true });

for (const name of ["README.md", "example.mjs", "demo.html", "demo.js"])
  cpSync(join(here, name), join(output, name));
const { name, ...rest } = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));
writeFileSync(join(output, "package.json"), `${JSON.stringify({ name, version, ...rest }, null, 2)}\n`);
cpSync(join(here, "../LICENSE"), join(output, "LICENSE"));
writeFileSync(join(output, "licences.txt"), notices({ pdf: true }));
cpSync(join(here, "../docs/schema"), join(output, "schema"), { recursive: true });
