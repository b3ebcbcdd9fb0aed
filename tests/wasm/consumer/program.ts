// A program of a user: every name of "nianbao" and "nianbao/pdf", in Node.
import {
  check,
  describe,
  NianbaoError,
  product,
  strip,
  type Catalogue,
  type CellState,
  type Corrected,
  type Cure,
  type Finding,
  type Input,
  type LastYear,
  type Options,
  type Outcome,
  type PageRemark,
  type PdfPart,
  type Place,
  type Problem,
  type ProductKind,
  type Range,
  type Repair,
  type Report,
  type ReportCell,
  type Result,
  type Severity,
} from "nianbao";
import { pdf, pdfPart, type PdfOptions } from "nianbao/pdf";
import { readFileSync } from "node:fs";

const input: Input = new Uint8Array(readFileSync(process.argv[2] as string));
const choices: Options = {
  name: "a.docx",
  withText: true,
  withCures: true,
  previous: input,
  severity: { "dates/late": "notice" },
};
const result: Result = await check(input, choices);

const outcome: Outcome = result.outcome;
const problem: Problem | undefined = result.problems[0];
const lastYear: LastYear | undefined = result.lastYear;
const finding: Finding | undefined = result.findings[0];
const severity: Severity | undefined = finding?.severity;
const place: Place | undefined = finding?.places[0];
const range: Range = place?.range ?? [0, 0];
const repair: Repair | undefined = finding?.repairs?.[0];
const cure: Cure | undefined = finding?.cures?.[0];
const report: Report | null = result.report;
const cell: ReportCell | undefined = report?.cells["requests.new_requests.total"];
const state: CellState | undefined = cell?.state;

const kind: ProductKind = "annotated";
const correct: Corrected = { certain: false, date: "2026-01-15" };
const copy: Uint8Array = await product(kind, input, { ...choices, ...correct });
const again = await check(await strip(copy));
let refused = "";
try {
  await product(kind, "{\\rtf1 x}");
} catch (error) {
  if (error instanceof NianbaoError) refused = error.message;
}
const catalogue: Catalogue = await describe();

const paper: Input = new Uint8Array(readFileSync(process.argv[3] as string));
const without: Result = await check(paper);
const withPart: Result = await check(paper, { pdf });
const places: PdfOptions = { wasm: new Uint8Array(8) };
const foreign: PdfPart = pdfPart(places);
const words: { zh: string; en: string } | null = await foreign.missing();
const none: PageRemark[] = [];
const remarked: Uint8Array = await product("annotated", paper, { pdf, date: "2026-01-15" });
const bare: Uint8Array | null = (await pdf.missing()) ? null : await pdf.annotated(paper, none, "2026-01-15");

console.log(
  JSON.stringify({
    outcome,
    findings: result.findings.length,
    again: again.findings.length,
    severity,
    text: (result.text ?? "").slice(...range),
    state,
    lastYear: lastYear?.state,
    refused: refused.slice(0, 6),
    rules: catalogue.rules.length > 100,
    unread: [problem, repair, cure].map((each) => typeof each),
    without: without.problems.map(({ code }) => code),
    withPart: [withPart.outcome, withPart.findings.length],
    foreign: words?.en.slice(0, 11),
    // The file's own bytes, and behind them the comments.
    remarked: [
      remarked.length > paper.length,
      remarked.subarray(0, paper.length).every((byte, i) => byte === paper[i]),
    ],
    bare: bare && bare.length >= paper.length,
  }),
);
