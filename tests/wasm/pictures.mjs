// Grey pictures of pages, and what goes wrong when one is taken.
import { readFileSync, writeFileSync } from "node:fs";
import { crc32, deflateSync } from "node:zlib";

// As pdftoppm -gray writes them.
export function readPgm(file) {
  const bytes = readFileSync(file);
  const [head, width, height] = /^P5\s(\d+)\s(\d+)\s255\s/.exec(bytes.subarray(0, 64).toString("latin1"));
  return { width: Number(width), height: Number(height), grey: bytes.subarray(head.length) };
}

export function writePng(file, { width, height, grey }) {
  const chunk = (name, data) => {
    const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(crc32(body), body.length + 4);
    return out;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8); // 8 bits of grey
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; ++y) rows.set(grey.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
  const parts = [
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows, { level: 1 })),
    chunk("IEND", Buffer.alloc(0)),
  ];
  writeFileSync(file, Buffer.concat([signature, ...parts]));
}

export function cropped({ width, grey }, left, top, right, bottom) {
  const out = new Uint8Array((right - left) * (bottom - top));
  for (let y = top; y < bottom; ++y)
    out.set(grey.subarray(y * width + left, y * width + right), (y - top) * (right - left));
  return { width: right - left, height: bottom - top, grey: out };
}

// The mean of the pixels up to `reach` away, first across and then down, twice: nearly what a lens out of
// focus makes.
export function blurred({ width, height, grey }, reach) {
  let from = grey;
  for (const [step, length, across, lines] of [
    [1, width, width, height],
    [width, height, 1, width],
  ].flatMap((x) => [x, x])) {
    const to = new Uint8Array(from.length);
    for (let line = 0; line < lines; ++line) {
      const at = (i) => line * across + Math.min(Math.max(i, 0), length - 1) * step;
      let sum = 0;
      for (let i = -reach; i <= reach; ++i) sum += from[at(i)];
      for (let i = 0; i < length; ++i) {
        to[at(i)] = sum / (2 * reach + 1);
        sum += from[at(i + reach + 1)] - from[at(i - reach)];
      }
    }
    from = to;
  }
  return { width, height, grey: from };
}

// So much of the light, and a sensor's noise of up to so many levels.
export function dimmed({ width, height, grey }, light, noise) {
  let state = 1;
  const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  const out = grey.map((value) =>
    Math.max(0, Math.min(255, value * light + (random() + random() - 1) * noise)),
  );
  return { width, height, grey: out };
}
