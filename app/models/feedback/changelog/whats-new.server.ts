import { and, eq, type SQL, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { users } from "#db/schema";
import type { EventType } from "../../core/events/types";
import type { User } from "../../core/users/viewer";
import type { Teller } from "../../telling/notifications/teller";
import { countUnread, unreadTypes } from "../../telling/notifications/unread.server";

/** What the header shows a member: unread notifications, and whether the changelog has a new entry. */
export interface WhatsNew {
  /** Unread notifications, as far as they are counted. */
  unread: number;
  /** There is an entry in the changelog that they have not seen. */
  hasNewEntry: boolean;
}

export async function findWhatsNew(db: Db, tellers: readonly Teller[], viewer: User): Promise<WhatsNew> {
  const seen = sql`(select coalesce(changelog_seen_at, created_at) from users where id = ${viewer.id})`;
  const [found] = await rows<{ types: EventType[]; hasNewEntry: boolean }>(
    db,
    sql`select ${unreadTypes(db, viewer)} as types, ${hasEntrySince(seen)} as "hasNewEntry"`,
  );
  if (!found) throw new Error("A select of values has one row.");
  return { unread: await countUnread(db, tellers, { viewer, types: found.types }), hasNewEntry: found.hasNewEntry };
}

/** Whether an entry was published since, found by the newest one at the end of the index. */
const hasEntrySince = (moment: SQL): SQL =>
  sql`coalesce((select max(published_at) from entries where published_at is not null) > ${moment}, false)`;

/** The viewer has seen what was published up to `at`; writes only where something of it was new. */
export async function noteChangelogSeen(db: Db, viewer: User, at = new Date()): Promise<void> {
  const seen = sql`coalesce(${users.changelogSeenAt}, ${users.createdAt})`;
  const isNew = sql`${seen} < ${at.toISOString()} and ${hasEntrySince(seen)}`;
  await db
    .update(users)
    .set({ changelogSeenAt: at })
    .where(and(eq(users.id, viewer.id), isNew));
}
