import { desc, isNotNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { entries } from "#db/schema";

/** A file of a site map takes 50,000 addresses, most of them posts. */
const mostEntries = 900;

/** The latest published entries, and when they changed last. */
export async function listEntriesForRobots(db: Db) {
  const { number, title, publishedAt, editedAt } = entries;
  const changedAt = sql`greatest(${publishedAt}, ${editedAt})`.mapWith(entries.createdAt);
  return db
    .select({ number, title, changedAt })
    .from(entries)
    .where(isNotNull(publishedAt))
    .orderBy(desc(publishedAt))
    .limit(mostEntries);
}
