// What is different in a report that was handed in again.
import type { Survey } from "../protocol";
import { without } from "../since";

export interface Change {
  gone: number; // findings
  fresh: number;
  cells: number; // figures of the tables; 0 too where one of the two was not read
}

const figures = ({ handed }: Survey): (string | null)[] =>
  (JSON.parse(handed) as { figures?: (string | null)[] }).figures || [];

export function changeOf(before: Survey, now: Survey): Change {
  const told = ({ told: all }: Survey): { key: string; about: string }[] =>
    all.map(([key, about]) => ({ key, about }));
  const [old, own] = [figures(before), figures(now)];
  const comparable = before.form === now.form;
  return {
    gone: without(told(before), told(now)).length,
    fresh: without(told(now), told(before)).length,
    cells: comparable ? old.filter((figure, i) => figure !== own[i]).length : 0,
  };
}
