import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "#db/client.server";
import { enqueue } from "#db/queue.server";
import { importChunks, importUploads } from "#db/schema";
import { DomainError } from "../../../core/domain-error";
import { writeChunks } from "../../../core/files/chunks.server";
import { fileNameOf } from "../../../core/files/file-name";
import { mayAdminister } from "../../../core/users/policy";
import type { User } from "../../../core/users/viewer";
import { uploadLimits } from "./limits";

interface Received {
  viewer: User;
  fileName: string;
  pieces: AsyncIterable<Uint8Array>;
}

/**
 * Keeps a file that somebody sends, piece by piece as it comes, and has it looked at. Nothing stays of one that is
 * empty, too large, or breaks off. Resolves to its id. Throws `forbidden`, `importNoFile` or `importTooLarge`.
 */
export async function receiveUpload(db: Db, { viewer, fileName, pieces }: Received): Promise<string> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  const id = uuid();
  await db.insert(importUploads).values({ id, fileName: fileNameOf(fileName), actorId: viewer.id });
  try {
    const bytes = await writeChunks(atMost(pieces, uploadLimits.bytes), (chunk) =>
      db.insert(importChunks).values({ ownerId: id, ...chunk }),
    );
    if (bytes === 0) throw new DomainError("importNoFile");
    await db.transaction(async (tx) => {
      await tx.update(importUploads).set({ bytes, state: "checking" }).where(eq(importUploads.id, id));
      await enqueue(tx, [{ name: "check-upload", data: { uploadId: id } }]);
    });
  } catch (error) {
    await db.delete(importUploads).where(eq(importUploads.id, id));
    throw error;
  }
  return id;
}

async function* atMost(pieces: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    if (bytes > most) throw tooLarge();
    yield piece;
  }
}

export const tooLarge = (): DomainError =>
  new DomainError("importTooLarge", { params: { megabytes: uploadLimits.bytes / 1_000_000 } });
