import { and, asc, isNull, type SQL } from "drizzle-orm";
import { v5 as uuidFrom } from "uuid";
import type { Db } from "#db/client.server";
import { attachments } from "#db/schema";
import type { Sent } from "./attachment";

/** Lets files go along with what repeats their text: rows of their own for the same bytes. */
export async function copyFiles(tx: Db, which: SQL | undefined, { to, at }: { to: Sent; at: Date }): Promise<void> {
  const { removedAt, position, id } = attachments;
  const found = await tx
    .select()
    .from(attachments)
    .where(and(which, isNull(removedAt)))
    .orderBy(asc(position), asc(id))
    // Who takes one away waits, and drops no bytes of its copy.
    .for("share");
  if (found.length === 0) return;
  const copies = found.map((file, i) => ({
    ...file,
    id: uuidFrom(file.id, to.id),
    ticketMessageId: to.id,
    position: i + 1,
    createdAt: at,
  }));
  await tx.insert(attachments).values(copies).onConflictDoNothing();
}
