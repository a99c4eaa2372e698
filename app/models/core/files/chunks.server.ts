import { and, asc, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import type { exportChunks, importChunks } from "#db/schema";

/** A table that keeps files in pieces. */
export type ChunkTable = typeof importChunks | typeof exportChunks;

const chunkBytes = 256 * 1024;

/**
 * Keeps the bytes of a file, a piece in each statement. Resolves to how many they are.
 * @param keep does it, where more has to happen with each piece
 */
export async function writeChunks(
  pieces: AsyncIterable<Uint8Array>,
  keep: (chunk: { place: number; bytes: Uint8Array }) => Promise<unknown>,
): Promise<number> {
  let written = 0;
  let place = 0;
  for await (const bytes of evenly(pieces)) {
    await keep({ place, bytes });
    written += bytes.length;
    place += 1;
  }
  return written;
}

/** The same bytes in pieces of one size, the last one shorter. */
async function* evenly(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let buffer = Buffer.alloc(chunkBytes);
  let filled = 0;
  for await (const piece of pieces) {
    for (let taken = 0; taken < piece.length; ) {
      const some = piece.subarray(taken, taken + buffer.length - filled);
      buffer.set(some, filled);
      filled += some.length;
      taken += some.length;
      if (filled < buffer.length) continue;
      yield buffer;
      buffer = Buffer.alloc(chunkBytes);
      filled = 0;
    }
  }
  if (filled > 0) yield buffer.subarray(0, filled);
}

/** The bytes of a file, one piece in memory at a time. */
export async function* readChunks(db: Db, table: ChunkTable, ownerId: string): AsyncGenerator<Uint8Array> {
  const places = await db
    .select({ place: table.place })
    .from(table as typeof importChunks)
    .where(eq(table.ownerId, ownerId))
    .orderBy(asc(table.place));
  for (const { place } of places) {
    const [chunk] = await db
      // As they go there: the drivers are slow with bytes.
      .select({ base64: sql<string>`encode(${table.bytes}, 'base64')` })
      .from(table as typeof importChunks)
      .where(and(eq(table.ownerId, ownerId), eq(table.place, place)));
    if (chunk) yield Buffer.from(chunk.base64, "base64");
  }
}

/** Forgets the bytes of a file. */
export async function dropChunks(db: Db, table: ChunkTable, ownerId: string): Promise<void> {
  await db.delete(table).where(eq(table.ownerId, ownerId));
  await returnSpace(db, table);
}

/** Gives the disk back what deleted pieces took: the embedded database does not do so by itself. Outside transactions only. */
export async function returnSpace(db: Db, table: ChunkTable): Promise<void> {
  await db.execute(sql`vacuum ${table}`);
}
