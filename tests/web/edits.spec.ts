// Changes carried between the document as shown and the document as it was.
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Edit, edited, History, shownRanges } from "../../web/src/edits";

const ORIGINAL = "收到10件\n10\t\t3\n完";

// What the core does with the list.
function apply(edits: readonly Edit[]): string {
  let text = ORIGINAL;
  for (const { range, text: by } of [...edits].reverse())
    text = text.slice(0, range[0]) + by + text.slice(range[1]);
  return text;
}

test("a change of a cell is one edit in old offsets", () => {
  const edits = edited([], ORIGINAL, ORIGINAL, [6, 8], "123");
  assert.deepEqual(edits, [{ range: [6, 8], text: "123" }]);
});

test("a second change is carried back past the first", () => {
  const first = edited([], ORIGINAL, ORIGINAL, [6, 8], "12345");
  const shown = apply(first);
  const both = edited(first, ORIGINAL, shown, [12, 12], "7");
  assert.equal(apply(both), "收到10件\n12345\t7\t3\n完");
  assert.deepEqual(shownRanges(both), [
    [6, 11],
    [12, 13],
  ]);
});

test("changing a cell again replaces the edit", () => {
  const first = edited([], ORIGINAL, ORIGINAL, [6, 8], "123");
  const again = edited(first, ORIGINAL, apply(first), [6, 9], "4");
  assert.deepEqual(again, [{ range: [6, 8], text: "4" }]);
});

test("what is as it was is no edit", () => {
  const first = edited([], ORIGINAL, ORIGINAL, [6, 8], "123");
  assert.deepEqual(edited(first, ORIGINAL, apply(first), [6, 9], "10"), []);
});

test("a change over two others becomes one with them", () => {
  let edits = edited([], ORIGINAL, ORIGINAL, [6, 8], "1");
  edits = edited(edits, ORIGINAL, apply(edits), [9, 10], "22");
  const shown = apply(edits);
  const all = edited(edits, ORIGINAL, shown, [0, shown.length], "全部");
  assert.deepEqual(all, [{ range: [0, ORIGINAL.length], text: "全部" }]);
});

test("any row of changes gives the text that was shown", () => {
  let seed = 7;
  const random = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
  for (let round = 0; round < 300; round++) {
    let edits: readonly Edit[] = [];
    let shown = ORIGINAL;
    for (let step = 0; step < 6; step++) {
      const begin = random(shown.length + 1);
      const end = Math.min(shown.length, begin + random(4));
      const text = "甲乙丙丁".slice(0, random(5));
      edits = edited(edits, ORIGINAL, shown, [begin, end], text);
      shown = shown.slice(0, begin) + text + shown.slice(end);
      assert.equal(apply(edits), shown);
      edits.forEach((e, i) => assert.ok(i === 0 || e.range[0] > edits[i - 1]!.range[0]));
    }
  }
});

test("undo and redo walk through the changes", () => {
  const history = new History();
  const one: Edit[] = [{ range: [0, 1], text: "a" }];
  history.set(one);
  assert.ok(history.undo());
  assert.deepEqual(history.current, []);
  assert.ok(history.redo());
  assert.equal(history.current, one);
  assert.ok(!history.redo());
});
