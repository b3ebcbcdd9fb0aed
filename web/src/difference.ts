// What differs between two wordings of a paragraph: whole numbers, never a part of one.

export interface Part {
  at: number;
  text: string;
}

const digit = (text: string, at: number): boolean => /[\d.,%]/.test(text.charAt(at));

export function difference(before: string, after: string): [Part, Part] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const rest = Math.min(before.length, after.length) - head;
  while (tail < rest && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  while (head > 0 && digit(before, head - 1) && (digit(before, head) || digit(after, head))) head--;
  const end = (text: string): number => text.length - tail;
  const cutsNumber = (text: string): boolean => digit(text, end(text)) && digit(text, end(text) - 1);
  while (tail > 0 && (cutsNumber(before) || cutsNumber(after))) tail--;
  const unit = tail > 0 && digit(before, end(before) - 1) ? 1 : 0; // 29件 rather than 29
  const part = (text: string): Part => ({ at: head, text: text.slice(head, end(text) + unit) });
  return [part(before), part(after)];
}
