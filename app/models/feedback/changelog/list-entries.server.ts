import { and, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { entries, users } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { mayPublish } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { readCursor, writeCursor } from "../posts/cursor";

export interface EntryFilter {
  labelId?: number;
  /** Where the page begins. */
  after?: string;
}

/** A page of the changelog, the latest first; `next` is where the page after it begins. */
export async function listEntries(db: Db, { labelId, after }: EntryFilter = {}, pageLength = 10) {
  const { id, number, title, bodyHtml, excerpt, labelIds, publishedAt, editedAt } = entries;
  const place = readCursor(after, "new");
  const isAfter = place && sql`(${publishedAt}, ${number}) < (to_timestamp(${place.value}::float8), ${place.number})`;
  const found = await db
    .select({ id, number, title, bodyHtml, excerpt, labelIds, publishedAt, editedAt, authorName: users.name })
    .from(entries)
    .innerJoin(users, eq(users.id, entries.authorId))
    .where(and(isNotNull(publishedAt), isAfter, labelId ? sql`${labelIds} @> array[${labelId}]::int[]` : undefined))
    .orderBy(desc(publishedAt), desc(number))
    .limit(pageLength + 1);
  const page = found.slice(0, pageLength).map((entry) => ({ ...entry, publishedAt: entry.publishedAt ?? new Date(0) }));
  const last = page.at(-1);
  const hasMore = found.length > pageLength && last !== undefined;
  const next = hasMore ? writeCursor({ value: last.publishedAt.getTime() / 1000, number: last.number }) : undefined;
  return { entries: page, next };
}

const mostUnpublished = 200;

/** Drafts and what is scheduled, for those who write them; the latest first. */
export async function listUnpublished(db: Db, viewer: User) {
  if (!mayPublish(viewer)) throw new DomainError("forbidden");
  const { number, title, createdAt, scheduledFor, publishedAt, refusal } = entries;
  return db
    .select({ number, title, createdAt, scheduledFor, publishedAt, refusal, authorName: users.name })
    .from(entries)
    .innerJoin(users, eq(users.id, entries.authorId))
    .where(isNull(publishedAt))
    .orderBy(desc(createdAt), desc(number))
    .limit(mostUnpublished);
}
