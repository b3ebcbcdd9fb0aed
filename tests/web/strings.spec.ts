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
  assert.equal(t("batchSkipped", 3), "跳过 3 个不是文档的文件");
  setLanguage("en");
  assert.equal(t("batchSkipped", 3), "3 files that are no documents were skipped");
});
