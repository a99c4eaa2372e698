import { asc, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { importChunks } from "#db/schema";
import { uploadLimits } from "./limits";

/** Keeps the bytes of a file, a piece in each transaction. Resolves to how many they are. */
export async function writeChunks(db: Db, uploadId: string, pieces: AsyncIterable<Uint8Array>): Promise<number> {
  let bytes = 0;
  let place = 0;
  for await (const chunk of evenly(pieces)) {
    await db.insert(importChunks).values({ uploadId, place, bytes: chunk });
    bytes += chunk.length;
    place += 1;
  }
  return bytes;
}

/** The same bytes in pieces of one size, the last one shorter. */
async function* evenly(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let buffer = Buffer.alloc(uploadLimits.chunkBytes);
  let filled = 0;
  for await (const piece of pieces) {
    for (let taken = 0; taken < piece.length; ) {
      const some = piece.subarray(taken, taken + buffer.length - filled);
      buffer.set(some, filled);
      filled += some.length;
      taken += some.length;
      if (filled < buffer.length) continue;
      yield buffer;
      buffer = Buffer.alloc(uploadLimits.chunkBytes);
      filled = 0;
    }
  }
  if (filled > 0) yield buffer.subarray(0, filled);
}

/** The bytes of a file, one piece in memory at a time. */
export async function* readChunks(db: Db, uploadId: string): AsyncGenerator<Uint8Array> {
  const places = await db
    .select({ place: importChunks.place })
    .from(importChunks)
    .where(eq(importChunks.uploadId, uploadId))
    .orderBy(asc(importChunks.place));
  for (const { place } of places) {
    const [chunk] = await db
      // As it goes there, because the drivers are slow with bytes.
      .select({ base64: sql<string>`encode(${importChunks.bytes}, 'base64')` })
      .from(importChunks)
      .where(sql`${importChunks.uploadId} = ${uploadId} and ${importChunks.place} = ${place}`);
    if (chunk) yield Buffer.from(chunk.base64, "base64");
  }
}

/** Forgets the bytes of a file. */
export async function dropChunks(db: Db, uploadId: string): Promise<void> {
  await db.delete(importChunks).where(eq(importChunks.uploadId, uploadId));
  await returnSpace(db);
}

/** Gives the disk back what deleted pieces took: the embedded database does not do so by itself. Outside transactions only. */
export async function returnSpace(db: Db): Promise<void> {
  await db.execute(sql`vacuum import_chunks`);
}
