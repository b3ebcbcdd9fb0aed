// Who has handed in, and what it adds up to: the roster and what a person said where the reports leave a
// doubt. What follows from it is the core's to say. Reports are kept by path, which outlives their rows.
import type { Handing, Roster } from "../protocol";
import type { Service } from "../service";
import type { Batch } from "./batch";
import type { Row } from "./row";

interface Answer {
  body: string;
  path: string;
  same: boolean;
}
export interface Choices {
  answers: Answer[];
  taken: string[]; // paths of reports that count, where a body has several
}

// The list to be drawn anew, or the sums made anew, is the caller's to arrange.
export class HandIn {
  roster: Roster | null = null;
  choices: Choices = { answers: [], taken: [] };
  told: Handing | null = null;

  constructor(private readonly service: Service) {}

  // The request of everything that the core makes of many reports.
  request({ rows, parent }: Batch, more: { body?: string } = {}): string {
    const at = new Map(rows.map((row) => [row.file.path, row.index]));
    const reports = rows.map((row) =>
      row.survey ? row.survey.handed : JSON.stringify({ file: row.file.path }),
    );
    const digests = rows.map((row) => (row.survey ? row.survey.digest : null));
    const { answers, taken } = this.choices;
    const rest = {
      digests,
      roster: this.roster || undefined,
      parent: parent ? parent.index : undefined,
      choices: {
        answers: answers.map(({ body, path, same }) => ({ body, report: at.get(path), same })),
        taken: taken.map((path) => at.get(path)),
      },
      language: this.service.settings.language,
      ...more,
    };
    return `{"reports":[${reports.join()}],${JSON.stringify(rest).slice(1)}`;
  }

  async ask(batch: Batch): Promise<boolean[]> {
    this.told = await this.service.engine.ask("desk", { request: this.request(batch) });
    return this.told.leftOut;
  }

  // Why there is none, in words; otherwise it is the roster from now on.
  async read(bytes: Uint8Array | string): Promise<string | null> {
    const { language } = this.service.settings;
    const { problem, ...roster } = await this.service.engine.ask("roster", { bytes, language });
    if (problem) return problem;
    this.roster = roster;
    return null;
  }

  answer(body: string, { file: { path } }: Row, same: boolean): void {
    const others = this.choices.answers.filter((answer) => answer.body !== body || answer.path !== path);
    this.choices.answers = others.concat({ body, path, same });
  }

  // Of these reports of one body the first counts.
  take(chosen: Row, all: readonly Row[]): void {
    const paths = all.map(({ file }) => file.path);
    this.choices.taken = this.choices.taken
      .filter((path) => paths.indexOf(path) < 0)
      .concat(chosen.file.path);
  }

  clear(): void {
    this.roster = null;
    this.choices = { answers: [], taken: [] };
    this.told = null;
  }
}
