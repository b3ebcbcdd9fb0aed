// A zip read, for the tests: its members by name. Members may be zips themselves, so the listing is found
// from the end.
import { inflateRawSync } from "node:zlib";

export function unzip(zip: Buffer): Map<string, Buffer> {
  const members = new Map<string, Buffer>();
  const end = zip.lastIndexOf("PK\x05\x06");
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [name, extra, comment] = [28, 30, 32].map((place) => zip.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ];
    const local = zip.readUInt32LE(at + 42);
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(begin, begin + zip.readUInt32LE(at + 20));
    const path = zip.toString("utf8", at + 46, at + 46 + name);
    members.set(path, zip.readUInt16LE(at + 10) ? inflateRawSync(packed) : packed);
    at += 46 + name + extra + comment;
  }
  return members;
}
