// 工作单: the list as a file of the user's. It holds what the desk keeps of every report, states, remarks, the
// roster and what was answered; no text of any draft. When it is opened the rows are there at once, and the
// files find them when they are given again.
import type { Roster, Survey } from "../protocol";
import { t } from "../strings";
import type { Batch } from "./batch";
import { baseName, Refused } from "./given";
import type { Choices, HandIn } from "./handing";
import { Row, type Work, WORKS } from "./row";

const SCHEMA = "nianbao-worklist-1";

interface Saved {
  schema: typeof SCHEMA;
  roster: Roster | null;
  choices: Choices;
  parent: string | null; // path
  rows: { path: string; work: Work; note: string; survey: Survey | null }[];
}

export function workList({ rows, parent }: Batch, { roster, choices }: HandIn): string {
  const saved: Saved = {
    schema: SCHEMA,
    roster,
    choices,
    parent: parent && parent.file.path,
    rows: rows.map(({ file, work, note, survey }) => ({ path: file.path, work, note, survey })),
  };
  return JSON.stringify(saved);
}

// Null when it is none.
export function openedWorkList(text: string): Saved | null {
  try {
    const saved = JSON.parse(text) as Saved;
    return saved.schema === SCHEMA && Array.isArray(saved.rows) ? saved : null;
  } catch {
    return null;
  }
}

function rowOf({ path, work, note, survey }: Saved["rows"][0], index: number): Row {
  const read = (): Promise<Uint8Array> => Promise.reject(new Refused(t("fileNotGiven")));
  const row = new Row(index, { name: baseName(path), path, read, missing: true });
  row.work = WORKS.indexOf(work) < 0 ? "" : work;
  row.note = String(note || "");
  row.survey = survey;
  row.state = survey ? "done" : "failed";
  row.failure = survey ? null : { words: t("fileNotGiven") };
  return row;
}

export function restored(saved: Saved, batch: Batch, handIn: HandIn): void {
  const rows = saved.rows.map(rowOf);
  batch.restore(rows, rows.find((row) => row.file.path === saved.parent) || null);
  handIn.roster = saved.roster;
  handIn.choices = saved.choices;
}
