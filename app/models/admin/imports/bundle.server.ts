import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { readText, withLineFeeds } from "./read-text.server";
import { detectEncoding } from "./text-encoding.server";
import { isZip, listZip, readZipEntry } from "./zip-archive.server";

/** Files that belong together, in an archive or a folder; a file of any other kind is a bundle of its own. */
export interface Bundle {
  /** With the folders they are in. */
  names: string[];
  /** Whether it is no archive and no folder. */
  isOneFile: boolean;
  /** The text of one from its beginning, its lines ended by a line feed alone; nothing where there is none. */
  read(name: string): AsyncGenerator<string>;
}

/** Throws `NotUnderstood` for an archive that is a trap or damaged. */
export async function openBundle(file: string): Promise<Bundle> {
  if ((await stat(file)).isDirectory()) return openFolder(file);
  if (await isZip(file)) return openZip(file);
  return { ...bundleOf(new Map([[path.basename(file), () => readAnyText(file)]])), isOneFile: true };
}

async function openFolder(folder: string): Promise<Bundle> {
  const names = (await readdir(folder, { recursive: true })).filter(isText);
  return bundleOf(new Map(names.map((name) => [name, () => readAnyText(path.join(folder, name))])));
}

async function openZip(file: string): Promise<Bundle> {
  const entries = [...(await listZip(file)).values()].filter(({ fileName }) => isText(fileName));
  const text = (entry: (typeof entries)[number]) => withLineFeeds(readZipEntry(file, entry));
  return bundleOf(new Map(entries.map((entry) => [entry.fileName, () => text(entry)])));
}

/** Whether a file in an archive may hold data; not the `._` files that a Mac packs beside each. */
const isText = (name: string): boolean => /(^|\/)(?!\._)[^/]+\.(jsonl?|csv)$/i.test(name);

async function* readAnyText(file: string): AsyncGenerator<string> {
  yield* readText(file, await detectEncoding(file));
}

function bundleOf(texts: Map<string, () => AsyncGenerator<string>>): Bundle {
  return {
    names: [...texts.keys()].sort(),
    isOneFile: false,
    async *read(name) {
      yield* texts.get(name)?.() ?? [];
    },
  };
}

/** Where a file of that name is in a bundle, whatever folder it is in. */
export const findInBundle = ({ names }: Bundle, name: string): string | undefined =>
  names.find((one) => path.basename(one).toLowerCase() === name);
