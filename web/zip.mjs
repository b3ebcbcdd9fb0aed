// A zip archive of a few files, in memory: names in UTF-8, contents deflated, dates left out so that it is
// always the same.
import { crc32, deflateRawSync } from "node:zlib";

const DOS_DATE = (10 << 9) | (1 << 5) | 1; // 1990-01-01
// Made on Unix, with the mode of a plain file: unzip takes names that come from DOS for those of an old code
// page, whatever is said of UTF-8.
const MADE_BY = Buffer.of(20, 3);
const MODE = 0o100644 * 0x10000;

function header(size, fields) {
  const bytes = Buffer.alloc(size);
  for (const [at, value, width] of fields) bytes.writeUIntLE(value, at, width);
  return bytes;
}

export function zip(files) {
  const parts = [];
  const directory = [];
  let at = 0;
  for (const [path, contents] of Object.entries(files)) {
    const name = Buffer.from(path);
    const data = Buffer.from(contents);
    const packed = deflateRawSync(data, { level: 9 });
    // Version 2.0, names in UTF-8, deflated.
    const common = header(26, [
      [0, 20, 2],
      [2, 0x800, 2],
      [4, 8, 2],
      [8, DOS_DATE, 2],
      [10, crc32(data), 4],
      [14, packed.length, 4],
      [18, data.length, 4],
      [22, name.length, 2],
    ]);
    parts.push(Buffer.from("PK\x03\x04"), common, name, packed);
    const place = header(14, [
      [6, MODE, 4],
      [10, at, 4],
    ]);
    directory.push(Buffer.from("PK\x01\x02"), MADE_BY, common, place, name);
    at += 4 + common.length + name.length + packed.length;
  }
  const listing = Buffer.concat(directory);
  const count = Object.keys(files).length;
  const end = header(18, [
    [4, count, 2],
    [6, count, 2],
    [8, listing.length, 4],
    [12, at, 4],
  ]);
  return Buffer.concat([...parts, listing, Buffer.from("PK\x05\x06"), end]);
}
