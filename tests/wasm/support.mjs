// What the Node tests share: the native program, the WebAssembly core, and the files to try them on.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
export const corpus = process.env.NIANBAO_CORPUS ?? join(root, "..", "shared", "corpus");
// Of the native core; scripts/coverage has another one.
export const program = process.env.NIANBAO_PROGRAM ?? join(root, "build", "nianbao");
const pdfReader = join(root, "build", "nianbao-pdf");

// All files below a folder that are documents; none when the folder is missing.
export function documents(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && !/(README\.md|\.json|\.sh|\.py)$/.test(path))
    .sort();
}

// Standard output of `nianbao`, whatever its exit status says of the report.
export function nianbao(...args) {
  const run = spawnSync(program, args, {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (run.error) throw run.error;
  if (run.signal) throw new Error(`nianbao ${args.join(" ")} died of ${run.signal}`);
  return run.stdout;
}

export const pdfGeometry = (path) =>
  execFileSync(pdfReader, { input: readFileSync(path), maxBuffer: 1 << 28 });

// "core", or "checker": the site's first load.
export function loadCore(name = "core") {
  const folder = join(root, "build", "wasm");
  const create = createRequire(import.meta.url)(join(folder, `${name}.js`));
  return create({ wasmBinary: readFileSync(join(folder, `${name}.wasm`)) });
}
