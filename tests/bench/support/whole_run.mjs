// A whole run of the native program on many files: seconds by the clock and of the processor, and its peak of
// memory.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../wasm/support.mjs";

export const cores = "2";

// Two cores at most. What the kernel knows of the process is looked at while it runs.
export async function wholeRun(args) {
  const begin = process.hrtime.bigint();
  const child = spawn("taskset", ["-c", "0,1", join(root, "build", "nianbao"), ...args], { stdio: "ignore" });
  const seen = { kilobytes: 0, ticks: 0 };
  const look = setInterval(() => {
    try {
      const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"));
      if (peak) seen.kilobytes = Math.max(seen.kilobytes, Number(peak[1]));
      const fields = readFileSync(`/proc/${child.pid}/stat`, "utf8")
        .replace(/^.*\) /, "")
        .split(" ");
      seen.ticks = Math.max(seen.ticks, Number(fields[11]) + Number(fields[12])); // of users and of the system
    } catch {
      // it has ended
    }
  }, 10);
  await once(child, "close");
  clearInterval(look);
  const ticksOfASecond = 100; // USER_HZ, the same on every Linux
  return {
    seconds: Number(process.hrtime.bigint() - begin) / 1e9,
    processor: seen.ticks / ticksOfASecond,
    megabytes: seen.kilobytes / 1024,
  };
}
