// What the numbers were measured on.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import os from "node:os";

function firstLine(program, ...args) {
  try {
    return execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] })
      .split("\n")[0]
      .trim();
  } catch {
    return "";
  }
}

function systemName() {
  try {
    return /^PRETTY_NAME="?([^"\n]*)/m.exec(readFileSync("/etc/os-release", "utf8"))[1];
  } catch {
    return `${os.type()} ${os.release()}`;
  }
}

export function machine() {
  return {
    processor: os.cpus()[0]?.model.trim() ?? "",
    cores: os.cpus().length,
    load: os.loadavg()[2], // of the last quarter of an hour
    memory: `${Math.round(os.totalmem() / 2 ** 30)} GB`,
    system: systemName(),
    node: process.version,
    compiler: firstLine("g++", "--version"),
    emscripten: firstLine("em++", "--version").replace(/\s*\([^)]*\)|, commit.*/g, ""),
    chromium: firstLine("chromium", "--version"),
  };
}
