// What a person takes away from many reports: findings and cells as tables, a picture of which rules spoke how often.
import type { Csv, SheetReport } from "../protocol";
import type { Batch } from "./batch";
import type { Row } from "./row";

const read = (batch: Batch): Row[] => batch.rows.filter((row) => row.survey);

export function sheetOf(batch: Batch): SheetReport[] {
  return read(batch).map((row) => {
    const { agency, year, form, outcome, notices, packed } = row.survey!;
    const { errors, warnings } = row;
    return { name: row.file.path, agency, year, form, outcome, errors, warnings, notices, packed };
  });
}

// Every report is checked once more, as nothing of its findings but their number was kept.
export async function csvOf(batch: Batch, which: keyof Csv, heads: Csv): Promise<Blob | null> {
  const parts: string[] = batch.rows.map(() => "");
  const whole = await batch.again(async (row, engine, request) => {
    parts[row.index] = (await engine.ask("csv", request))[which];
  });
  return whole ? new Blob([heads[which], ...parts], { type: "text/csv" }) : null;
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
