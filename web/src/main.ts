import { EngineError, pageEngine } from "./engine";
import type { Bytes } from "./protocol";
import type { Result } from "./result";
import { t } from "./strings";
import { clear, h } from "./view/dom";

const engine = pageEngine();
const verdict = h("p", { id: "verdict", role: "status" });
const list = h("ol", { id: "findings" });
const box = h("textarea", { id: "paste", placeholder: t("paste"), "aria-label": t("paste"), rows: 12 });
const file = h("input", { type: "file", id: "file", "aria-label": t("choose") });

function show(result: Result): void {
  verdict.textContent =
    result.outcome === "unreadable"
      ? t("verdictUnreadable")
      : result.outcome === "partial"
        ? t("verdictPartial")
        : result.summary.errors
          ? t("verdictErrors", result.summary.errors)
          : t("verdictClean");
  clear(list, ...result.findings.map((f) => h("li", {}, `${f.severity} ${f.message}`)));
}

async function check(bytes: Bytes, name: string): Promise<void> {
  try {
    show(await engine.check({ bytes, options: { name, language: "zh" } }));
  } catch (error) {
    verdict.textContent = error instanceof EngineError ? t("crashed") : String(error);
  }
}

box.addEventListener("input", () => void check(box.value, t("paste")));
file.addEventListener("change", async () => {
  const chosen = file.files && file.files[0];
  if (chosen) await check(new Uint8Array(await chosen.arrayBuffer()), chosen.name);
});

document.getElementById("app")!.appendChild(h("main", {}, h("h1", {}, t("name")), file, box, verdict, list));
