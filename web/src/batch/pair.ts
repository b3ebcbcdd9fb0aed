// Two files at once: this year's report and last year's, when their years say so.
import type { Survey } from "../protocol";
import type { GivenFile } from "./given";

export interface Pair {
  files: readonly [GivenFile, GivenFile];
  surveys: readonly [Survey | null, Survey | null]; // null: the checker broke on it
}

export interface Ordered {
  current: GivenFile;
  previous: GivenFile;
}

// Null when a person has to say.
export function ordered({ files, surveys }: Pair): Ordered | null {
  const [a, b] = surveys.map((survey) => (survey && survey.year) || 0) as [number, number];
  if (!a || !b || Math.abs(a - b) !== 1) return null;
  return a > b ? { current: files[0], previous: files[1] } : { current: files[1], previous: files[0] };
}

// Two drafts of one report: of the same year, and of the same body as far as both say.
export function twoDrafts({ surveys }: Pair): boolean {
  const [a, b] = surveys;
  if (!a || !b || !a.year || a.year !== b.year) return false;
  return !a.agency || !b.agency || a.agency === b.agency;
}
