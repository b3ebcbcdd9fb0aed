// Packs what is built into archives, with their checksums and the bill of materials. The same build gives the
// same bytes, wherever it lies and whenever it is packed.
//
//   node release/pack.mjs BUILD DIST SECONDS     BUILD holds site/, nianbao.html, npm/ and a folder for each of programs.mjs
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { notices } from "../web/notices.mjs";
import { version } from "../web/version.mjs";
import { zip } from "../web/zip.mjs";
import { bill } from "./bill.mjs";
import { programs as everyProgram } from "./programs.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const licence = readFileSync(join(here, "../LICENSE"));
const filled = (file, system = "") =>
  readFileSync(join(here, file), "utf8")
    .replace(/\{version\}/g, version)
    .replace(/\{system\}/g, system);

/** Files by name, sorted, in a folder that every archive opens with. */
const inFolder = (folder, files) =>
  Object.fromEntries(
    Object.keys(files)
      .sort()
      .map((name) => [`${folder}/${name}`, files[name]]),
  );

// Owners, dates and order are told, so that they are not the machine's; modes are those of `executable` and
// the rest.
function tarball(files, executable, date) {
  const place = mkdtempSync(join(tmpdir(), "nianbao-pack-"));
  try {
    const [folder] = Object.keys(files)[0].split("/");
    mkdirSync(join(place, folder));
    for (const [name, bytes] of Object.entries(files)) {
      writeFileSync(join(place, name), bytes);
      chmodSync(join(place, name), name === executable ? 0o755 : 0o644);
    }
    chmodSync(join(place, folder), 0o755);
    const order = [
      "--sort=name",
      "--format=gnu",
      "--owner=0",
      "--group=0",
      "--numeric-owner",
      `--mtime=@${date}`,
    ];
    const options = { cwd: place, maxBuffer: 1 << 28, env: { ...process.env, LC_ALL: "C" } };
    return gzipSync(execFileSync("tar", [...order, "-cf", "-", folder], options), { level: 9 });
  } finally {
    rmSync(place, { recursive: true });
  }
}

function site(build) {
  const names = readdirSync(join(build, "site"));
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(join(build, "site", name))]));
  return zip(inFolder(`nianbao-${version}-site`, { ...files, LICENSE: licence }));
}

function offline(build) {
  const names = ["nianbao.html", "nianbao-pdf.css", "nianbao-ocr.css"];
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(join(build, name))]));
  const licences = notices({ pdf: true, ocr: true });
  const guide = filled("offline.html");
  return zip(
    inFolder(`nianbao-${version}-offline`, {
      ...files,
      "使用说明.html": guide,
      LICENSE: licence,
      "licences.txt": licences,
    }),
  );
}

// Windows' older editors want the mark of UTF-8 and their own ends of lines.
const forWindows = (text) => `\uFEFF${text.replace(/\n/g, "\r\n")}`;

function commandLine(build, kind, { program, archive, licences }, date) {
  const folder = `nianbao-${version}-${kind}`;
  const [system] = kind.split("-");
  const guide = filled(`${system}.txt`, kind.slice(system.length + 1));
  const files = inFolder(folder, {
    [program]: readFileSync(join(build, kind, "core", program)),
    "使用说明.txt": archive === "zip" ? forWindows(guide) : guide,
    LICENSE: licence,
    "licences.txt": notices({ pdf: false, runtime: licences }),
  });
  return archive === "zip" ? zip(files) : tarball(files, `${folder}/${program}`, date);
}

// npm takes over the modes of the files, which are the machine's.
function npmPackage(build, dist) {
  const place = mkdtempSync(join(tmpdir(), "nianbao-pack-"));
  try {
    cpSync(join(build, "npm"), place, { recursive: true, dereference: true });
    for (const name of readdirSync(place, { recursive: true })) {
      const path = join(place, name);
      chmodSync(path, statSync(path).isDirectory() ? 0o755 : 0o644);
    }
    const options = { cwd: place, encoding: "utf8" };
    const words = ["pack", "--silent", "--pack-destination", resolve(dist)];
    const file = execFileSync("npm", words, options).trim();
    return { kind: "npm", file, bytes: readFileSync(join(dist, file)) };
  } finally {
    rmSync(place, { recursive: true });
  }
}

export function pack({ build, dist, date, programs = everyProgram }) {
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  const archives = [
    { kind: "site", file: `nianbao-${version}-site.zip`, bytes: site(build) },
    { kind: "offline", file: `nianbao-${version}-offline.zip`, bytes: offline(build) },
    npmPackage(build, dist),
    ...Object.entries(programs).map(([kind, program]) => ({
      kind,
      file: `nianbao-${version}-${kind}.${program.archive}`,
      bytes: commandLine(build, kind, program, date),
    })),
  ];
  const list = `${JSON.stringify(bill({ version, archives, programs, date }), null, 2)}\n`;
  const files = [...archives, { file: `nianbao-${version}.spdx.json`, bytes: Buffer.from(list) }];
  const sums = files
    .map(({ file, bytes }) => `${createHash("sha256").update(bytes).digest("hex")}  ${file}\n`)
    .sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1));
  for (const { file, bytes } of files) writeFileSync(join(dist, file), bytes);
  writeFileSync(join(dist, "SHA256SUMS"), sums.join(""));
  return files.map(({ file }) => file);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [build, dist, date] = process.argv.slice(2);
  for (const file of pack({ build, dist, date: Number(date) }))
    console.log(`${(statSync(join(dist, file)).size / 1e6).toFixed(1).padStart(6)} MB  ${file}`);
}
