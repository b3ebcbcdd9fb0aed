// A page of a user: the web element, and PDFs in a browser.
import { check, type Result } from "nianbao";
import "nianbao/nianbao-check.js";
import type { NianbaoCheck, NianbaoEvents } from "nianbao/nianbao-check.js";
import { pdfPart } from "nianbao/pdf";

const element: NianbaoCheck | null = document.querySelector("nianbao-check");
const told = ({ detail }: NianbaoEvents["nianbao-result"]): Result => detail;
const input = document.querySelector("input");
if (element && input) {
  const pdf = pdfPart({ wasm: new URL("pdfium.wasm", location.href) });
  element.options = { language: "en", pdf };
  element.addEventListener("nianbao-result", (event) => (document.title = told(event).verdict.title));
  document.addEventListener("nianbao-finding", ({ detail }) => console.log(detail.message));
  input.onchange = async () => {
    const file = input.files?.[0];
    if (!file) return;
    element.file = file;
    const result = await check(await file.arrayBuffer(), { pdf });
    document.body.dataset["outcome"] = `${result.outcome} ${result.findings.length} ${result.source.format}`;
  };
}
