// The version of everything that is handed out. It stands once, in the core, which writes it into every
// result.
import { readFileSync } from "node:fs";

const header = readFileSync(new URL("../core/output/describe.h", import.meta.url), "utf8");
const [, found] = header.match(/string_view version = "(\d+\.\d+\.\d+)";/) ?? [];
if (!found) throw new Error("core/output/describe.h names no version");
export const version = found;
