// Zips of reports: their members take their place among the files. An archive stays where it is; a member is
// read and unpacked when its turn comes.
import type { ArchiveMember } from "../protocol";
import type { Service } from "../service";
import { arranged, baseName, type Given, type GivenFile, isDocumentName, Refused } from "./given";

type Opener = Pick<Service, "engine" | "settings">;

async function begin(blob: Blob): Promise<string> {
  return String.fromCharCode(...new Uint8Array(await blob.slice(0, 4).arrayBuffer()));
}

// A docx or odt is a zip, too: only a name that is no document's is doubted.
async function isArchive({ name, blob }: GivenFile): Promise<boolean> {
  if (!blob) return false;
  return /\.zip$/i.test(name) || (!isDocumentName(name) && (await begin(blob)) === "PK\x03\x04");
}

function memberFile(archive: GivenFile, member: ArchiveMember, opener: Opener): GivenFile {
  const read = async (): Promise<Uint8Array> => {
    const packed = await archive.blob!.slice(...member.packed).arrayBuffer();
    const { language } = opener.settings;
    const unpacked = await opener.engine.ask("unpack", { packed: new Uint8Array(packed), member, language });
    if ("problem" in unpacked) throw new Refused(unpacked.problem.message);
    return unpacked.bytes;
  };
  return { name: baseName(member.name), path: `${archive.path}/${member.name}`, read };
}

const refused = ({ name, path }: GivenFile, words: string): GivenFile => ({
  name,
  path,
  read: () => Promise.reject(new Refused(words)),
});

export async function unfolded(given: Given, opener: Opener): Promise<Given> {
  const files: GivenFile[] = [];
  const skipped = given.skipped.slice();
  for (const file of given.files) {
    if (!(await isArchive(file))) {
      files.push(file);
      continue;
    }
    const { language } = opener.settings;
    const listing = await opener.engine.ask("archive", { bytes: await file.read(), language });
    const { members, others, problems, document } = listing;
    if (document) files.push(file); // an office file under another name: it is told what it is when its turn comes
    for (const member of members) files.push(memberFile(file, member, opener));
    for (const name of others) skipped.push(`${file.path}/${name}`);
    if (problems[0]) files.push(refused(file, problems[0].message));
  }
  return arranged(files, skipped);
}
