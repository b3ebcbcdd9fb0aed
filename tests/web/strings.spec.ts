// The table of words is whole.
import assert from "node:assert/strict";
import { test } from "node:test";
import { MESSAGES, type MessageKey, setLanguage, t } from "../../web/src/strings";

const keys = Object.keys(MESSAGES) as MessageKey[];
const holes = (text: string): string[] => [...text.matchAll(/\{\d\}/g)].map(String).sort();

test("every message is there in both languages", () => {
  for (const key of keys) {
    assert.equal(MESSAGES[key].length, 2, key);
    for (const text of MESSAGES[key]) assert.ok(text.trim(), key);
  }
});

test("both languages fill in the same values", () => {
  for (const key of keys) assert.deepEqual(holes(MESSAGES[key][0]), holes(MESSAGES[key][1]), key);
});

test("English messages hold no Chinese", () => {
  for (const key of keys) assert.doesNotMatch(MESSAGES[key][1], /[\u3400-\u9fff，。；：？！“”（）]/, key);
});

test("values are filled in", () => {
  setLanguage("zh");
  assert.equal(t("verdictErrors", 3), "有 3 处错误须改正");
  setLanguage("en");
  assert.equal(t("verdictErrors", 3), "Errors to correct: 3");
});
