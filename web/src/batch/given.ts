// Many files at once: chosen, dropped, or a folder with all that is below it. Only names are held; bytes are
// read when a file's turn comes.
import { byName } from "./order";

export interface GivenFile {
  name: string; // without folders
  path: string; // with the folders it came in
  blob?: Blob; // where it is a file of its own
  missing?: boolean; // it is known from a work list and has not been given yet
  read(): Promise<Uint8Array>; // rejects when the file has gone; with Refused when it cannot be had
}

// The message says why, in the user's language.
export class Refused extends Error {}

export interface Given {
  files: GivenFile[]; // by path
  skipped: string[]; // paths of what lay in a folder and is no document
}

// What the command line takes from a folder, too.
const DOCUMENT =
  /\.(txt|md|markdown|tsv|csv|x?html?|mht(ml)?|doc[xm]?|wps|rtf|f?odt|pdf|ofd|xls[xm]?|et|zip)$/i;
const isHidden = (path: string): boolean => /(^|\/)(\.|~\$|__MACOSX\/)/.test(path);
export const isDocumentName = (name: string): boolean => DOCUMENT.test(name);
export const baseName = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

export function fromBlob(path: string, blob: Blob): GivenFile {
  return { name: baseName(path), path, blob, read: async () => new Uint8Array(await blob.arrayBuffer()) };
}

export function arranged(files: GivenFile[], skipped: string[]): Given {
  return { files: files.sort((a, b) => byName(a.path, b.path)), skipped };
}

class Gathering {
  private readonly files: GivenFile[] = [];
  private readonly skipped: string[] = [];

  // A file named by a person is always taken; what merely lies in a folder only when it can be a document.
  add(path: string, file: File, named: boolean): void {
    if (named || (isDocumentName(path) && !isHidden(path))) this.files.push(fromBlob(path, file));
    else this.skipped.push(path);
  }
  result(): Given {
    return arranged(this.files, this.skipped);
  }
}

export function fromList(list: readonly File[]): Given {
  const gathering = new Gathering();
  for (const file of list) {
    const path = (file as File & { webkitRelativePath?: string }).webkitRelativePath || file.name;
    gathering.add(path, file, path === file.name);
  }
  return gathering.result();
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> => new Promise((yes, no) => entry.file(yes, no));

// A reader gives a hundred entries at a time, until it gives none.
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((yes, no) => reader.readEntries(yes, no));
    if (!some.length) return all;
    all.push(...some);
  }
}

async function walk(entry: FileSystemEntry, named: boolean, gathering: Gathering): Promise<void> {
  const path = entry.fullPath.replace(/^\//, "");
  if (entry.isFile) gathering.add(path, await fileOf(entry as FileSystemFileEntry), named);
  else
    for (const inner of await entriesOf(entry as FileSystemDirectoryEntry))
      await walk(inner, false, gathering);
}

// Must be called while the drop is handled: afterwards the browser has forgotten it.
export function fromDrop(data: DataTransfer): Promise<Given> {
  const entries = Array.from(data.items)
    .filter((item) => item.kind === "file")
    .map((item) => item.webkitGetAsEntry());
  if (entries.some((entry) => !entry)) return Promise.resolve(fromList(Array.from(data.files)));
  const gathering = new Gathering();
  return entries
    .reduce((before, entry) => before.then(() => walk(entry!, true, gathering)), Promise.resolve())
    .then(() => gathering.result());
}
