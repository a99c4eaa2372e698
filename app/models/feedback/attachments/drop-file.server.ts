import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { attachments, events } from "#db/schema";
import type { FileStore } from "../../core/files/file-store";
import { keysOf } from "./storage-key";

/** The event that tells of it, or the file itself, where nothing is told. */
type Removed = { eventId: number } | { attachmentId: string };

/** Drops the bytes of a file that was removed, unless a copy has them too; a second time does nothing. */
export async function dropFile(db: Db, store: FileStore, removed: Removed): Promise<void> {
  const id =
    "eventId" in removed
      ? sql`(select (${events.data} ->> 'attachmentId')::uuid from ${events} where ${events.id} = ${removed.eventId})`
      : removed.attachmentId;
  const [file] = await db
    .select({ storageKey: attachments.storageKey, widths: attachments.widths })
    .from(attachments)
    .where(and(eq(attachments.id, id), isNotNull(attachments.removedAt)));
  if (!file) return;
  const copies = and(eq(attachments.storageKey, file.storageKey), isNull(attachments.removedAt));
  if ((await db.$count(attachments, copies)) > 0) return;
  for (const key of keysOf(file)) await store.remove(key);
}
