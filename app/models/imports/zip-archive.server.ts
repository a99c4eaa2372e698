import type { Readable } from "node:stream";
import { type Entry, openPromise } from "yauzl";
import { NotUnderstood } from "./not-understood";

/** Bytes are of what comes out. A text packs to a tenth or so; what packs a thousandfold was made to. */
export const zipLimits = {
  files: 200_000,
  bytes: 4 * 1024 ** 3,
  ratio: 200,
  /** Small files may be all alike. */
  ratioFrom: 10 * 1024 ** 2,
} as const;

/** The names of the files in an archive, which is within our limits as far as it says. */
export async function listZip(path: string): Promise<Set<string>> {
  return within(async () => {
    const archive = await openPromise(path, { autoClose: true });
    if (archive.entryCount > zipLimits.files) {
      archive.close();
      throw new NotUnderstood({ code: "zip", problem: "tooManyFiles" });
    }
    const names = new Set<string>();
    let bytes = 0;
    for await (const entry of archive.eachEntry()) {
      names.add(entry.fileName);
      bytes += entry.uncompressedSize;
      checkEntry(entry, bytes);
    }
    return names;
  });
}

function checkEntry({ uncompressedSize, compressedSize }: Entry, total: number): void {
  if (total > zipLimits.bytes) throw new NotUnderstood({ code: "zip", problem: "tooLarge" });
  const isTight = uncompressedSize > compressedSize * zipLimits.ratio;
  if (isTight && uncompressedSize > zipLimits.ratioFrom) throw new NotUnderstood({ code: "zip", problem: "ratio" });
}

/**
 * The text of one file in an archive, piece by piece; nothing where there is none of that name. Never more comes out
 * than the archive declares: yauzl ends it with an error.
 */
export async function* readZipText(path: string, name: string): AsyncGenerator<string> {
  const archive = await within(() => openPromise(path, { autoClose: false }));
  try {
    const entry = await within(async () => {
      for await (const one of archive.eachEntry()) if (one.fileName === name) return one;
      return undefined;
    });
    if (!entry) return;
    checkEntry(entry, entry.uncompressedSize);
    yield* decode(await within(() => archive.openReadStreamPromise(entry)));
  } finally {
    archive.close();
  }
}

async function* decode(stream: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8");
  const pieces = stream[Symbol.asyncIterator]();
  for (;;) {
    const { done, value } = await within(() => pieces.next());
    if (done) break;
    yield decoder.decode(value, { stream: true });
  }
  yield decoder.decode();
}

async function within<Result>(read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof NotUnderstood || (error as NodeJS.ErrnoException).code === "ENOENT") throw error;
    throw new NotUnderstood({ code: "zip", problem: "damaged" });
  }
}
