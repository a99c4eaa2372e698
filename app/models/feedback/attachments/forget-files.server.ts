import { and, isNull, lt } from "drizzle-orm";
import { isAnyOf } from "#db/any-of.server";
import type { Db } from "#db/client.server";
import { attachments } from "#db/schema";
import type { FileStore } from "../../core/files/file-store";
import { isId } from "../../core/text/values";
import { isUnattached } from "./visible-attachments.server";

/** Milliseconds that a file may belong to nothing: whoever writes a text takes their time. */
const keptFor = 24 * 60 * 60_000;
const keysAtATime = 500;

/** Forgets files that belong to nothing, and bytes of which nothing is known: what broke off, or could not be dropped. */
export async function forgetFiles(db: Db, store: FileStore, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptFor);
  await db.delete(attachments).where(and(isUnattached(), lt(attachments.createdAt, before)));
  let some: string[] = [];
  for await (const { key, at } of store.list()) {
    if (at >= before || !isId(key.split("/")[0])) continue;
    some.push(key);
    if (some.length < keysAtATime) continue;
    await dropUnknown(db, store, some);
    some = [];
  }
  await dropUnknown(db, store, some);
}

async function dropUnknown(db: Db, store: FileStore, keys: string[]): Promise<void> {
  if (keys.length === 0) return;
  const ownerOf = (key: string) => key.split("/")[0] ?? "";
  const { storageKey, removedAt } = attachments;
  const known = await db
    .select({ storageKey })
    .from(attachments)
    .where(and(isAnyOf(storageKey, [...new Set(keys.map(ownerOf))]), isNull(removedAt)));
  const living = new Set(known.map((one) => one.storageKey));
  for (const key of keys) if (!living.has(ownerOf(key))) await store.remove(key);
}
