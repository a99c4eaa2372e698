import { and, count, desc, eq, getTableColumns, gt, isNull, lt, min, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { freshdeskLog, freshdeskReads, freshdeskWrites, posts, ticketLinks } from "#db/schema";
import type { WriteState } from "#db/schema/freshdesk";
import { DomainError } from "../domain-error";
import { mayHandleTickets } from "../users/policy";
import type { Viewer } from "../users/viewer";
import { findSettings } from "./settings.server";

const day = 24 * 60 * 60_000;
const isOpen = sql`${freshdeskWrites.state} in ('queued', 'sending', 'uncertain')`;

/** How the connection is getting on: the settings, the queue and its lag, and when there was last news. */
export async function findFreshdeskState(db: Db, viewer: Viewer, at = new Date()) {
  if (!mayHandleTickets(viewer)) throw new DomainError("forbidden");
  const settings = await findSettings(db);
  const [states, [oldest], [reads], [links]] = await Promise.all([
    db
      .select({ state: freshdeskWrites.state, count: count() })
      .from(freshdeskWrites)
      .where(sql`${isOpen} or ${gt(freshdeskWrites.settledAt, new Date(at.getTime() - day))}`)
      .groupBy(freshdeskWrites.state),
    db
      .select({ since: min(freshdeskWrites.createdAt) })
      .from(freshdeskWrites)
      .where(isOpen),
    db.select({ count: count() }).from(freshdeskReads),
    db.select({ count: count() }).from(ticketLinks).where(isNull(ticketLinks.unlinkedAt)),
  ]);
  return {
    settings,
    /** Open ones, and those settled in the last day. */
    writes: Object.fromEntries(states.map(({ state, count }) => [state, count])) as Partial<Record<WriteState, number>>,
    /** Since when the oldest write waits. */
    waitingSince: oldest?.since ?? null,
    /** Tickets that are to be read. */
    reads: reads?.count ?? 0,
    links: links?.count ?? 0,
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
    .select({ ...listed, postNumber: posts.number, postTitle: posts.title })
    .from(freshdeskWrites)
    .leftJoin(posts, eq(posts.id, freshdeskWrites.postId))
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
  const entries = found.slice(0, pageLength);
  return { entries, next: found.length > pageLength ? entries.at(-1)?.id : undefined };
}
