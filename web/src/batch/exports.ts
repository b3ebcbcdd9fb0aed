// What a person takes away from many reports: the workbook, the notes for the bodies, findings and cells as
// tables, a picture of which rules spoke how often.
import type { Csv } from "../protocol";
import type { Service } from "../service";
import type { Batch } from "./batch";
import type { HandIn } from "./handing";
import type { Row } from "./row";

const read = (batch: Batch): Row[] => batch.rows.filter((row) => row.survey);

// Every report is checked once more, as nothing of its findings but their names was kept.
export async function csvOf(batch: Batch, which: keyof Csv, heads: Csv): Promise<Blob | null> {
  const parts: string[] = batch.rows.map(() => "");
  const whole = await batch.again(async (row, engine, request) => {
    parts[row.index] = (await engine.ask("csv", request))[which];
  });
  return whole ? new Blob([heads[which], ...parts], { type: "text/csv" }) : null;
}

// The rows come from the workers in any order, and stand in that of the list.
export async function workbookOf(
  batch: Batch,
  handIn: HandIn,
  { engine }: Service,
): Promise<Uint8Array | null> {
  const rows: string[] = batch.rows.map(() => "");
  const whole = await batch.again(async (row, worker, request) => {
    rows[row.index] = await worker.ask("rows", request);
  });
  if (!whole) return null;
  for (const row of rows) if (row) await engine.ask("addRows", { rows: row });
  return engine.ask("workbook", { request: handIn.request(batch) });
}

// A check note for every report, in the folders that the reports came in.
export async function notesOf(batch: Batch, handIn: HandIn, { engine }: Service): Promise<Blob | null> {
  const names = handIn.told ? handIn.told.notes : [];
  const notes: (Uint8Array | null)[] = batch.rows.map(() => null);
  const whole = await batch.again(async (row, worker, { options, ...request }) => {
    const named = { ...options, name: row.file.name };
    const note = await worker.ask("product", { ...request, options: named, product: "note.docx" });
    if ("bytes" in note) notes[row.index] = note.bytes;
  });
  if (!whole) return null;
  const pieces: BlobPart[] = [];
  for (const [i, bytes] of notes.entries())
    if (bytes) pieces.push((await engine.ask("pack", { name: names[i]!, bytes })) as BlobPart);
  pieces.push((await engine.ask("pack", { name: "", bytes: new Uint8Array() })) as BlobPart);
  return new Blob(pieces, { type: "application/zip" });
}

// By rule: how many findings, and in how many reports.
export function ruleCounts(batch: Batch): Record<string, [number, number]> {
  const counts: Record<string, [number, number]> = {};
  for (const row of read(batch))
    for (const [rule, findings] of Object.entries(row.rules)) {
      const count = counts[rule] || (counts[rule] = [0, 0]);
      count[0] += findings;
      count[1] += 1;
    }
  return counts;
}
