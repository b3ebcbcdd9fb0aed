// Runs the whole core.
import { check, layoutOf } from "./checking";
import type { Core } from "./core";
import type { Answer, Ask, Checking, Kind, RawResult, Survey } from "./protocol";
import type { Catalogue, Result } from "./result";
import { serve, type Answers } from "./serving";

// JSON of the core, which says what was wrong with the request.
function parsed<T>(json: string): T {
  const value = JSON.parse(json) as T & { error?: string };
  if (value.error) throw new Error(value.error);
  return value;
}

const options = ({ options }: Checking): string => JSON.stringify(options);

const csv = (ask: Checking, core: Core): Answer<"csv"> =>
  parsed(core.csvRows(ask.bytes, options(ask), ask.previous || ""));

function survey(request: Ask<"survey">, core: Core): Survey {
  const wanted = JSON.stringify({ ...request.options, withDigest: true });
  const surveyed = core.survey(request.bytes, wanted, request.previous || "");
  const { result, handed } = parsed<{ result: RawResult; handed: Handed }>(surveyed);
  const { outcome, problems, report, findings, summary, digest, verdict } = result;
  const rules: Survey["rules"] = {};
  const told: Survey["told"] = [];
  for (const { rule, key, cells: about, number } of findings) {
    rules[rule] = (rules[rule] || 0) + 1;
    if (number !== undefined) told.push([key || "", `${rule}|${about.join()}`]);
  }
  const cells: Survey["cells"] = {};
  for (const id of request.cells) {
    const cell = report && report.cells[id];
    if (cell) cells[id] = { value: cell.value, text: cell.text, state: cell.state };
  }
  return {
    errors: summary.errors,
    warnings: summary.warnings,
    notices: summary.notices,
    outcome,
    verdict: verdict.kind,
    problem: problems[0] ? problems[0].message : null,
    agency: report && report.agency,
    year: report && report.year,
    form: report && report.form,
    rules,
    told,
    cells,
    digest: digest || null,
    dismissed: (handed.dismissed || []).reduce((sum, n) => sum + n, 0),
    handed: JSON.stringify(handed),
    sha256: core.sha256(request.file === undefined ? request.bytes : request.file),
  };
}
interface Handed {
  dismissed?: number[];
}

function unpack({ packed, member, language }: Ask<"unpack">, core: Core): Answer<"unpack"> {
  const out = core.unpack(packed, JSON.stringify(member), language);
  return typeof out === "string" ? { problem: JSON.parse(out) } : { bytes: out };
}

function product(call: Ask<"product">, core: Core): Answer<"product"> {
  const { file, previousFile } = call;
  const request = {
    kind: call.product,
    sha256: file === undefined ? "" : core.sha256(file),
    previousSha256: previousFile === undefined ? "" : core.sha256(previousFile),
    ...call.correct,
  };
  const out = core.product(
    call.bytes,
    JSON.stringify(call.options),
    call.previous || "",
    JSON.stringify(request),
  );
  return typeof out === "string" ? { problem: out } : { bytes: out };
}

const ANSWERS: Answers = {
  describe: (_, core) => JSON.parse(core.describe()) as Catalogue,
  check,
  survey,
  product,
  archive: ({ bytes, language }, core) => JSON.parse(core.archive(bytes, language)),
  unpack,
  relations: (ask, core) => JSON.parse(core.relations(JSON.stringify(ask))),
  csv,
  csvHeads: ({ language }, core) => JSON.parse(core.csvHeads(language)),
  summary: (ask, core) => core.summary(JSON.stringify(ask), ask.language),
  roster: ({ bytes, language }, core) => JSON.parse(core.roster(bytes, language)),
  desk: ({ request }, core) => JSON.parse(core.desk(request)),
  years: ({ request }, core) => JSON.parse(core.years(request)),
  totals: ({ request, form, format }, core) => core.totals(request, form, format),
  rows: (ask, core) => {
    const rows = core.rows(ask.bytes, options(ask), ask.previous || "");
    parsed(rows);
    return rows;
  },
  addRows: ({ rows }, core) => {
    core.addRows(rows);
    return true;
  },
  workbook: ({ request }, core) => core.finishBook(request),
  pack: ({ name, bytes }, core) => core.pack(name, bytes),
  sha256: ({ bytes }, core) => core.sha256(bytes),
};

function given(kind: Kind, answer: never): ArrayBufferLike[] {
  if (kind === "check") return layoutOf(answer as Result);
  const bytes: unknown =
    kind === "product" || kind === "unpack" ? (answer as { bytes?: Uint8Array }).bytes : answer;
  return bytes instanceof Uint8Array ? [bytes.buffer] : [];
}

serve(ANSWERS, given);
