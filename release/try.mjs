// Runs the packed programs as others will: unpacked, without anything of this machine, each on the files of
// tests/fixtures and against what the program of this build says.
//
//   node release/try.mjs DIST NIANBAO
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { version } from "../web/version.mjs";
import { programs } from "./programs.mjs";

const fixtures = fileURLToPath(new URL("../tests/fixtures", import.meta.url));
const [dist, native] = process.argv.slice(2);
const place = mkdtempSync(join(tmpdir(), "nianbao-try-"));

// How to start a program of the folder `inside`: its own system's is alone there, the others need a machine
// of theirs.
const wine = {
  WINEPREFIX: join(place, "wine"),
  WINEDEBUG: "-all",
  WINEDLLOVERRIDES: "mscoree,mshtml,winemenubuilder.exe=", // it would ask for what it lacks of them
};
const start = {
  "linux-x86_64": (inside, program) => ({ command: ["chroot", inside, `/${program}`], files: "files" }),
  "linux-aarch64": (inside, program) => ({
    command: ["qemu-aarch64-static", join(inside, program)],
    files: "files",
  }),
  "windows-x86_64": (inside, program) => ({
    command: ["/usr/lib/wine/wine64", join(inside, program)],
    env: wine,
  }),
};

function run({ command: [command, ...before], env = {} }, inside, words) {
  const options = { cwd: inside, maxBuffer: 1 << 28, env: { ...process.env, ...env } };
  const { status, stdout, stderr, error } = spawnSync(command, [...before, ...words], options);
  if (error) throw error;
  return { status, stdout: stdout.toString(), stderr: stderr.toString() };
}

function unpacked(kind, { archive }) {
  const folder = `nianbao-${version}-${kind}`;
  const file = join(dist, `${folder}.${archive}`);
  if (archive === "zip") execFileSync("unzip", ["-q", file, "-d", place]);
  else execFileSync("tar", ["-xzf", file, "-C", place]);
  return join(place, folder);
}

const words = ["check", "--format", "jsonl", "--today", "2026-02-05", "files"];
function tryProgram(kind, { program }, inside, expected) {
  cpSync(join(place, "files"), join(inside, "files"), { recursive: true });
  const how = start[kind](inside, program);
  const said = run(how, inside, words);
  if (said.status !== expected.status || said.stdout !== expected.stdout)
    throw new Error(
      `${kind} says something else (exit ${said.status}, ${said.stdout.length} bytes)\n${said.stderr}`,
    );
  const count = said.stdout.split("\n").length - 1;
  console.log(`${kind}: ${count} reports, the same bytes as the program of this build`);
}

try {
  for (const folder of ["small", "rich", "twins", "writers"])
    cpSync(join(fixtures, folder), join(place, "files", folder), { recursive: true });
  // One file of a name that is neither of the system's letters nor without blanks.
  mkdirSync(join(place, "files", "各 单位"));
  const [any] = readdirSync(join(fixtures, "twins")).filter((name) => name.endsWith(".docx"));
  cpSync(join(fixtures, "twins", any), join(place, "files", "各 单位", "年报 终稿.docx"));
  // Without what may lie beside it: the packed ones are alone, too, and say so of a PDF.
  cpSync(native, join(place, "nianbao"), { dereference: true });
  const expected = run({ command: [join(place, "nianbao")] }, place, words);
  if (!expected.stdout.includes("读取 PDF 的组件不在")) throw new Error("no word of PDF that cannot be read");
  for (const [kind, program] of Object.entries(programs))
    tryProgram(kind, program, unpacked(kind, program), expected);
} finally {
  spawnSync("/usr/lib/wine/wineserver64", ["-k"], { env: { ...process.env, ...wine } });
  rmSync(place, { recursive: true, force: true });
}
