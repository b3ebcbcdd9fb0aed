// What the recogniser makes of a model's output: the number, how certain it is, and which other one it might
// be.
import assert from "node:assert/strict";
import { test } from "node:test";
import { alphabet, Recogniser } from "../../ocr/recogniser.mjs";

const characters = alphabet([..."0123456789.,-/人"].join("\n"));
const WIDE = 100; // pixels: no single character

// A model that says so of every crop: for each step the likelihood of some characters, '' being none.
function model(...steps) {
  const data = new Float32Array(steps.length * characters.length);
  steps.forEach((step, i) => {
    for (const [c, part] of Object.entries(step)) data[i * characters.length + characters.indexOf(c)] = part;
  });
  return {
    inputNames: ["x"],
    outputNames: ["y"],
    run: async ({ x }) => ({ y: { dims: [x.dims[0], steps.length, characters.length], data } }),
  };
}
class Tensor {
  constructor(_, data, dims) {
    Object.assign(this, { data, dims });
  }
}

async function read(...steps) {
  const recogniser = new Recogniser(model(...steps), Tensor, characters);
  const [reading] = await recogniser.read([{ width: WIDE, bytes: new Uint8Array(WIDE * 48) }]);
  return reading;
}

test("a number that is clear has no second reading", async () => {
  const { number, second, numberCertainty } = await read({ 1: 0.999, 7: 0.001 }, { "": 1 }, { 3: 1 });
  assert.deepEqual([number, second], ["13", ""]);
  assert.ok(numberCertainty > 0.99);
});

test("the character that is least clear may be its likeliest other one, in all of its steps", async () => {
  const { number, second } = await read(
    { 1: 1 },
    { "": 1 },
    { 8: 0.98, 3: 0.02 },
    { 8: 0.93, 3: 0.07 },
    { "": 1 },
  );
  assert.deepEqual([number, second], ["18", "13"]);
});

test("a character may be none, or stand where none was read", async () => {
  assert.equal((await read({ 3: 1 }, { "": 1 }, { 1: 0.9, "": 0.1 })).second, "3");
  assert.equal((await read({ 3: 1 }, { "": 0.9, 1: 0.1 }, { "": 1 })).second, "31");
});

test("where a character begins is no other reading", async () => {
  const { number, second } = await read({ 3: 1 }, { "": 0.6, 7: 0.4 }, { 7: 1 }, { 7: 0.6, "": 0.4 });
  assert.deepEqual([number, second], ["37", ""]);
});
