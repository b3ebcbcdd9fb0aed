// The tables of words are whole.
import assert from "node:assert/strict";
import { test } from "node:test";
import { WORDS } from "../../web/src/self_test/words";
import { MESSAGES, setLanguage, t } from "../../web/src/strings";

const all = [...Object.entries(MESSAGES), ...Object.entries(WORDS)];
const holes = (text: string): string[] => [...text.matchAll(/\{\d\}/g)].map(String).sort();

test("every message is there in both languages", () => {
  for (const [key, words] of all) {
    assert.equal(words.length, 2, key);
    for (const text of words) assert.ok(text.trim(), key);
  }
});

test("both languages fill in the same values", () => {
  for (const [key, [zh, en]] of all) assert.deepEqual(holes(zh), holes(en), key);
});

test("English messages hold no Chinese", () => {
  for (const [key, words] of all) assert.doesNotMatch(words[1], /[\u3400-\u9fff，。；：？！“”（）]/, key);
});

test("values are filled in", () => {
  setLanguage("zh");
  assert.equal(t("batchSkipped", 3), "跳过 3 个不是文档的文件");
  setLanguage("en");
  assert.equal(t("batchSkipped", 3), "3 files that are no documents were skipped");
});
