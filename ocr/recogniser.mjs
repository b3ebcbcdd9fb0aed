// Lines of text cut out of pages (core/scan/lines.h) to characters, with the model PP-OCRv4. The same for the
// program beside nianbao and for the page: whoever uses it brings onnxruntime, the model and its list of
// characters.

const HEIGHT = 48; // of every crop, in pixels: what the model takes
const PAPER = 255;
const NUMBER = "0123456789.,-/";
const LIKE_0 = "oO〇○"; // a lone 0 may be any of them
const LIKELY = 0.005; // of a second reading: digits that are clear have a thousandth of that

// Widths are rounded up with paper, so that crops of about the same width go through the model together and a
// crop is read alike whatever it is read along with. Beside a single digit much paper makes it less certain.
const padded = (width) => (width <= 64 ? Math.max(32, Math.ceil(width / 8) * 8) : Math.ceil(width / 32) * 32);
const together = (width) => Math.max(1, Math.min(16, Math.floor(1024 / width)));

const SINGLE = 48; // pixels: crops of one character are no wider

// Four fifths of the size, in the middle of a crop as high and hardly wider than itself.
function smaller({ width, bytes }) {
  const factor = 0.8;
  const narrow = Math.ceil(width * factor);
  const top = (HEIGHT * (1 - factor)) / 2;
  const out = new Uint8Array(narrow * HEIGHT).fill(PAPER);
  const at = (x, y) => (x < 0 || y < 0 || x >= width || y >= HEIGHT ? PAPER : bytes[y * width + x]);
  for (let y = 0; y < HEIGHT; ++y)
    for (let x = 0; x < narrow; ++x) {
      const u = (x + 0.5) / factor - 0.5;
      const v = (y + 0.5 - top) / factor - 0.5;
      const [i, j] = [Math.floor(u), Math.floor(v)];
      const [a, b] = [u - i, v - j];
      const upper = at(i, j) * (1 - a) + at(i + 1, j) * a;
      const lower = at(i, j + 1) * (1 - a) + at(i + 1, j + 1) * a;
      out[y * narrow + x] = Math.round(upper * (1 - b) + lower * b);
    }
  return { width: narrow, bytes: out };
}

// Two readings of one number: as certain as the more certain one, less as far as the other one speaks against
// it.
function agreed(one, other) {
  const [more, less] = one.numberCertainty >= other.numberCertainty ? [one, other] : [other, one];
  const differ = less.number !== "" && less.number !== more.number;
  const doubt = differ ? less.numberCertainty : 0;
  const second = differ ? less.number : more.second;
  return { number: more.number, numberCertainty: more.numberCertainty * (1 - doubt), second };
}

// The first class is the blank between characters, the last one a space.
export const alphabet = (list) => ["", ...list.replace(/\r?\n$/, "").split(/\r?\n/), " "];

export class Recogniser {
  #session;
  #Tensor;
  #characters;
  #number;

  constructor(session, Tensor, characters) {
    this.#session = session;
    this.#Tensor = Tensor;
    this.#characters = characters;
    // Every class with those that stand for it in a number.
    const classes = (c) =>
      [...(c === "0" ? c + LIKE_0 : c)].map((like) => characters.indexOf(like)).filter((i) => i >= 0);
    this.#number = [[0], ...[...NUMBER].map(classes)];
  }

  // crops: {width, bytes}; HEIGHT rows of grey. → {text, certainty, number, numberCertainty, second} each:
  // read with all characters, how certain they are in the mean; and read with those of numbers alone, how
  // certain the least certain one is, and which other number it might be.
  // A single character is read twice, the second time smaller: of 70 digits of a fax 39 are certain as they
  // are, 69 smaller, and with thin digits it is the other way round.
  async read(crops, progress = () => {}) {
    const readings = await this.#read(crops, progress);
    const single = crops.flatMap((crop, i) => (crop.width <= SINGLE ? [i] : []));
    const second = await this.#read(single.map((i) => smaller(crops[i])));
    single.forEach((i, k) => Object.assign(readings[i], agreed(readings[i], second[k])));
    return readings;
  }

  async #read(crops, progress = () => {}) {
    const readings = new Array(crops.length);
    const byWidth = new Map();
    crops.forEach((crop, i) => {
      const width = padded(crop.width);
      if (!byWidth.has(width)) byWidth.set(width, []);
      byWidth.get(width).push(i);
    });
    let done = 0;
    for (const [width, all] of byWidth)
      for (let from = 0; from < all.length; from += together(width)) {
        const some = all.slice(from, from + together(width));
        const read = await this.#run(
          some.map((i) => crops[i]),
          width,
        );
        some.forEach((i, k) => (readings[i] = read[k]));
        progress((done += some.length), crops.length);
      }
    return readings;
  }

  async #run(crops, width) {
    const plane = HEIGHT * width;
    const input = new Float32Array(crops.length * 3 * plane).fill(PAPER / 127.5 - 1);
    crops.forEach((crop, n) => {
      const left = (width - crop.width) >> 1;
      for (let colour = 0; colour < 3; ++colour)
        for (let y = 0; y < HEIGHT; ++y) {
          const row = (n * 3 + colour) * plane + y * width + left;
          for (let x = 0; x < crop.width; ++x) input[row + x] = crop.bytes[y * crop.width + x] / 127.5 - 1;
        }
    });
    const tensor = new this.#Tensor("float32", input, [crops.length, 3, HEIGHT, width]);
    const output = (await this.#session.run({ [this.#session.inputNames[0]]: tensor }))[
      this.#session.outputNames[0]
    ];
    const [, steps, classes] = output.dims;
    return crops.map((_, n) => {
      const likely = output.data.subarray(n * steps * classes, (n + 1) * steps * classes);
      const all = this.#decode(likely, steps, classes, null);
      const number = this.#decode(likely, steps, classes, this.#number);
      const { text: digits, least, second } = number;
      return { text: all.text, certainty: all.mean, number: digits, numberCertainty: least, second };
    });
  }

  // One class a step; equal ones after another are one character. Restricted to some classes, the others
  // count for nothing.
  #decode(likely, steps, classes, allowed) {
    const path = [];
    const next = []; // the likeliest other class of each step
    let least = 1;
    let total = 0;
    let inked = 0;
    for (let step = 0; step < steps; ++step) {
      let best = 0;
      let most = -1;
      let other = 0;
      let more = -1;
      let sum = 0;
      const count = allowed ? allowed.length : classes;
      for (let i = 0; i < count; ++i) {
        const c = allowed ? allowed[i][0] : i;
        let value = likely[step * classes + c];
        if (allowed)
          for (let k = 1; k < allowed[i].length; ++k) value += likely[step * classes + allowed[i][k]];
        sum += value;
        if (value > most) {
          other = best;
          more = most;
          most = value;
          best = c;
        } else if (value > more) {
          more = value;
          other = c;
        }
      }
      const part = most / sum;
      path.push(best);
      next.push({ step, part: more / sum, other });
      if (best !== 0) {
        least = Math.min(least, part);
        total += part;
        ++inked;
      }
    }
    const text = this.#text(path);
    const second = allowed ? this.#second(path, next, text) : "";
    return inked === 0 ? { text, second, least: 0, mean: 0 } : { text, second, least, mean: total / inked };
  }

  #text(path) {
    return path.map((c, step) => (c === 0 || c === path[step - 1] ? "" : this.#characters[c])).join("");
  }

  // What is read where one character is its likeliest other one, is not there, or stands where none was read.
  #second(path, next, text) {
    const likely = next.filter(({ part }) => part >= LIKELY).sort((a, b) => b.part - a.part);
    for (const { step, other } of likely) {
      const changed = [...path];
      changed[step] = other;
      // All steps of the character, where it becomes another one.
      for (const by of other !== 0 && path[step] !== 0 ? [-1, 1] : [])
        for (let at = step + by; path[at] === path[step]; at += by) changed[at] = other;
      const read = this.#text(changed);
      if (read !== text) return read;
    }
    return "";
  }
}
