// The report that a visitor tries the page with.
import type { Source } from "../source";
import { t } from "../strings";
import html from "./example.html";

export function exampleReport(): Source {
  return { kind: "file", name: t("exampleName"), bytes: new TextEncoder().encode(html) };
}
