import { and, desc, eq, getTableColumns, lt, min, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { freshdeskLog, freshdeskWrites, posts, tickets } from "#db/schema";
import type { WriteState } from "#db/schema/support/freshdesk";
import { DomainError } from "../../core/domain-error";
import { mayHandleTickets } from "../../core/users/policy";
import type { Viewer } from "../../core/users/viewer";
import { countQueue } from "./count-queue.server";
import { findSettings } from "./settings.server";

const day = 24 * 60 * 60_000;
const isOpen = sql`${freshdeskWrites.state} in ('queued', 'sending', 'uncertain')`;

/** How the connection is getting on: the settings, the queue and its lag, and when there was last news. */
export async function findFreshdeskState(db: Db, viewer: Viewer, at = new Date()) {
  if (!mayHandleTickets(viewer)) throw new DomainError("forbidden");
  const settings = await findSettings(db);
  const [counts, [oldest]] = await Promise.all([
    countQueue(db, new Date(at.getTime() - day)),
    db
      .select({ since: min(freshdeskWrites.createdAt) })
      .from(freshdeskWrites)
      .where(isOpen),
  ]);
  return {
    settings,
    /** Writes that are open or were settled in the last day; tickets that are to be read; links. */
    ...counts,
    /** Since when the oldest write waits. */
    waitingSince: oldest?.since ?? null,
  };
}

const pageLength = 50;

interface WriteFilter {
  state?: WriteState;
  ticket?: number;
  /** The id of the last one on the page before. */
  after?: string;
}

/** What was and is to be written, the latest first; `next` is where the page after it begins. */
export async function listWrites(db: Db, viewer: Viewer, { state, ticket, after }: WriteFilter = {}) {
  if (!mayHandleTickets(viewer)) throw new DomainError("forbidden");
  const { id } = freshdeskWrites;
  const { leaseId: _lease, leasedUntil: _until, ...listed } = getTableColumns(freshdeskWrites);
  const found = await db
    .select({
      ...listed,
      postNumber: posts.number,
      postTitle: posts.title,
      ours: { year: tickets.year, serial: tickets.serial },
    })
    .from(freshdeskWrites)
    .leftJoin(posts, eq(posts.id, freshdeskWrites.postId))
    .leftJoin(tickets, eq(tickets.id, freshdeskWrites.ticketId))
    .where(
      and(
        state && eq(freshdeskWrites.state, state),
        ticket ? eq(freshdeskWrites.ticket, ticket) : undefined,
        after ? lt(id, after) : undefined,
      ),
    )
    .orderBy(desc(id))
    .limit(pageLength + 1);
  const writes = found.slice(0, pageLength);
  return { writes, next: found.length > pageLength ? writes.at(-1)?.id : undefined };
}

interface LogFilter {
  ticket: number;
  /** What is about another post is left out. */
  postId?: string;
  before?: number;
}

/** What was sent to and seen of a ticket, the latest first; `next` is where the page after it begins. */
export async function listLog(db: Db, viewer: Viewer, { ticket, postId, before }: LogFilter) {
  if (!mayHandleTickets(viewer)) throw new DomainError("forbidden");
  const { id, kind, params, createdAt } = freshdeskLog;
  const found = await db
    .select({ id, kind, params, createdAt, postId: freshdeskLog.postId })
    .from(freshdeskLog)
    .where(
      and(
        eq(freshdeskLog.ticket, ticket),
        postId ? sql`(${freshdeskLog.postId} = ${postId} or ${freshdeskLog.postId} is null)` : undefined,
        before ? lt(id, before) : undefined,
      ),
    )
    .orderBy(desc(id))
    .limit(pageLength + 1);
  const items = found.slice(0, pageLength);
  return { items, next: found.length > pageLength ? items.at(-1)?.id : undefined };
}
