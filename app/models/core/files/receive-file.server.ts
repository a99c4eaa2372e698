import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { DomainError } from "../domain-error";

export interface Received {
  bytes: number;
  /** Of the bytes as they were sent. */
  sha256: string;
}

/** Writes what somebody sends to a file beside us. Throws `noFile` for nothing, `fileTooLarge` or `storageFull`. */
export async function receiveFile(
  file: string,
  pieces: AsyncIterable<Uint8Array>,
  megabytes: number,
): Promise<Received> {
  const hash = createHash("sha256");
  let bytes = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      bytes += piece.length;
      if (bytes > megabytes * 1_000_000) throw new DomainError("fileTooLarge", { params: { megabytes } });
      hash.update(piece);
      yield piece;
    }
  }
  await pipeline(Readable.from(counted()), createWriteStream(file, { mode: 0o600 })).catch(asNoRoom);
  if (bytes === 0) throw new DomainError("noFile");
  return { bytes, sha256: hash.digest("hex") };
}

function asNoRoom(error: NodeJS.ErrnoException): never {
  if (error.code === "ENOSPC" || error.code === "EDQUOT") throw new DomainError("storageFull");
  throw error;
}
