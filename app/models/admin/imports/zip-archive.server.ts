import { open } from "node:fs/promises";
import type { Readable } from "node:stream";
import { type Entry, openPromise } from "yauzl";
import { NotUnderstood } from "./not-understood";

/** Bytes are of what comes out. A text packs to a tenth or so; what packs a thousandfold was made to. */
const zipLimits = {
  files: 200_000,
  bytes: 4 * 1024 ** 3,
  ratio: 200,
  /** Small files may be all alike. */
  ratioFrom: 10 * 1024 ** 2,
} as const;

type ZipLimits = { [Limit in keyof typeof zipLimits]: number };

/** Whether a file is an archive, by how it begins. */
export async function isZip(path: string): Promise<boolean> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead).toString("latin1") === "PK\u0003\u0004";
  } finally {
    await handle.close();
  }
}

/** The files in an archive by their names, where it is within our limits as far as it says. */
export async function listZip(path: string, limits: ZipLimits = zipLimits): Promise<Map<string, Entry>> {
  return within(async () => {
    const archive = await openPromise(path, { autoClose: true });
    if (archive.entryCount > limits.files) {
      archive.close();
      throw new NotUnderstood({ code: "zip", problem: "tooManyFiles" });
    }
    const entries = new Map<string, Entry>();
    let bytes = 0;
    for await (const entry of archive.eachEntry()) {
      entries.set(entry.fileName, entry);
      bytes += entry.uncompressedSize;
      checkEntry(entry, bytes, limits);
    }
    return entries;
  });
}

function checkEntry({ uncompressedSize, compressedSize }: Entry, total: number, limits: ZipLimits): void {
  if (total > limits.bytes) throw new NotUnderstood({ code: "zip", problem: "tooLarge" });
  const isTight = uncompressedSize > compressedSize * limits.ratio;
  if (isTight && uncompressedSize > limits.ratioFrom) throw new NotUnderstood({ code: "zip", problem: "ratio" });
}

/**
 * The text of one file in an archive, piece by piece; nothing where there is none of that name. Never more comes out
 * than the archive declares: yauzl ends it with an error.
 */
export async function* readZipText(path: string, name: string): AsyncGenerator<string> {
  const entry = (await listZip(path)).get(name);
  if (entry) yield* readZipEntry(path, entry);
}

/** The same of a file that {@link listZip} has found. */
export async function* readZipEntry(path: string, entry: Entry): AsyncGenerator<string> {
  const archive = await within(() => openPromise(path, { autoClose: false }));
  try {
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
