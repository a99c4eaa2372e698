import { createHash, type Hash } from "node:crypto";
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import type { ExportedFile } from "./manifest";

/** The same for every file, so that the same rows make the same bytes. */
const moment = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true, mode: 0o100644 };

export interface ZipEntry {
  path: string;
  /** Called when it is its turn. */
  content: () => AsyncIterable<string | Uint8Array>;
  /** As it is: what is packed already, or may pack to nearly nothing, as bombs do. */
  isUnpacked?: boolean;
  /** When it is written. */
  onDone?: (file: ExportedFile) => void;
}

/** Writes a zip to `out`, one entry after the other and never more than a piece of one in memory; ends `out`. */
export async function writeZip(entries: ZipEntry[], out: Writable): Promise<void> {
  const zip = new ZipFile();
  const bytes = zip.outputStream as Readable;
  zip.on("error", (error: Error) => bytes.destroy(error));
  for (const entry of entries) {
    zip.addReadStreamLazy(entry.path, { ...moment, compress: !entry.isUnpacked }, (give) =>
      give(null, Readable.from(measured(entry))),
    );
  }
  zip.end();
  await pipeline(bytes, out);
}

async function* measured({ path, content, onDone }: ZipEntry): AsyncGenerator<Buffer> {
  const hash: Hash = createHash("sha256");
  let size = 0;
  for await (const text of content()) {
    const piece = Buffer.from(text as string);
    hash.update(piece);
    size += piece.length;
    yield piece;
  }
  onDone?.({ path, bytes: size, sha256: hash.digest("hex") });
}
