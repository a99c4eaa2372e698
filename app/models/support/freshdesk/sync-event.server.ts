import { and, eq, gt, inArray, isNull, lt, lte, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { boards, events, freshdeskLinks, freshdeskTickets, freshdeskWrites, posts } from "#db/schema";
import type { EventData } from "../../core/events/types";
import { withDuplicates } from "../../feedback/posts/duplicates.server";
import { askForFreshdeskTickets } from "./ask-for-tickets.server";
import { syncTicket } from "./hand-over.server";
import { type NewWrite, queueWrites } from "./queue-writes.server";
import { type FreshdeskSettingsRow, findSettings } from "./settings.server";

/** Of the events before one that are looked at, too. Milliseconds. */
const lookBack = 10 * 60_000;

/**
 * Queues what Freshdesk is to hear of an event; done again, it queues nothing again. Jobs overtake each other: those
 * before it on the same post come first in any case.
 */
export async function syncEvent(db: Db, eventId: number, at = new Date()): Promise<void> {
  const [event] = await db.select().from(events).where(eq(events.id, eventId));
  const settings = await findSettings(db);
  if (!event || settings.disconnectedAt) return;
  if (event.ticketId) return syncTicket(db, event.ticketId, settings, at);
  if (!event.postId) return;
  const since = new Date(event.createdAt.getTime() - lookBack);
  await db.transaction(async (tx) => {
    const before = isMilestone(event) ? await listMilestones(tx, event, since) : [];
    for (const one of [...before, event]) await queueWrites(tx, await writesOf(tx, one, settings, at), at);
  });
}

type Event = typeof events.$inferSelect;

const milestones = ["post.status_changed", "post.merged", "post.unmerged"];

const isMilestone = ({ type }: Event): boolean => milestones.includes(type);

const listMilestones = (tx: Db, { id, postId }: Event, since: Date) =>
  tx
    .select()
    .from(events)
    .where(
      and(
        eq(events.postId, postId ?? ""),
        lt(events.id, id),
        gt(events.createdAt, since),
        inArray(events.type, milestones),
      ),
    )
    .orderBy(events.id);

async function writesOf(tx: Db, event: Event, settings: FreshdeskSettingsRow, at: Date): Promise<NewWrite[]> {
  const about = { eventId: event.id, postId: event.postId ?? "" };
  const tickets = isMilestone(event) ? await listTicketsOf(tx, about.postId, event.createdAt) : [];
  switch (event.type) {
    case "post.status_changed":
      return writesOfMove(tx, about, event.data as EventData["post.status_changed"], { tickets, settings });
    case "post.merged":
    case "post.unmerged": {
      const { mergeId } = event.data as EventData["post.merged"];
      const data = { mergeId, isUndone: event.type === "post.unmerged" };
      return tickets.flatMap(({ ticket }): NewWrite[] => [
        { ...about, ticket, kind: "note", data },
        { ...about, ticket, kind: "update" },
      ]);
    }
    case "freshdesk.linked": {
      const { ticket } = event.data as EventData["freshdesk.linked"];
      await askForFreshdeskTickets(tx, { numbers: [ticket], at });
      return changesTickets(settings) ? [{ ...about, ticket, kind: "update" }] : [];
    }
    case "freshdesk.unlinked":
      return [{ ...about, ticket: (event.data as EventData["freshdesk.unlinked"]).ticket, kind: "update" }];
    case "freshdesk.requested": {
      const { id, requester } = event.data as EventData["freshdesk.requested"];
      return [{ ...about, id, kind: "create", data: { requester } }];
    }
    default:
      return [];
  }
}

type About = Pick<NewWrite, "eventId"> & { postId: string };

/** Whether tickets of ours look any different in Freshdesk. */
const changesTickets = ({ setsTags, addressField }: FreshdeskSettingsRow): boolean => setsTags || addressField !== null;

async function writesOfMove(
  tx: Db,
  about: About,
  { to, moveId, repliesToFreshdesk = false }: EventData["post.status_changed"],
  { tickets, settings }: { tickets: WaitingTicket[]; settings: FreshdeskSettingsRow },
): Promise<NewWrite[]> {
  const status = settings.statusMap[to];
  const mayReply = repliesToFreshdesk && (await isPublic(tx, about.postId));
  return tickets.flatMap(({ ticket, isOurs }): NewWrite[] => [
    { ...about, ticket, kind: mayReply && !isOurs ? "reply" : "note", data: { moveId } },
    ...(status || changesTickets(settings)
      ? [{ ...about, ticket, kind: "update" as const, data: { moveId, status } }]
      : []),
  ]);
}

/** A customer is told of nothing that the public cannot read. */
async function isPublic(tx: Db, postId: string): Promise<boolean> {
  const [post] = await tx
    .select({ visibility: boards.visibility })
    .from(posts)
    .innerJoin(boards, eq(boards.id, posts.boardId))
    .where(eq(posts.id, postId));
  return post?.visibility === "public";
}

interface WaitingTicket {
  ticket: number;
  /** Opened by us, for our own support address. */
  isOurs: boolean;
}

/** Tickets that waited for a post or one of its duplicates by then; those that another one took in are heard of there. */
async function listTicketsOf(tx: Db, postId: string, by: Date): Promise<WaitingTicket[]> {
  const isFollowed = or(isNull(freshdeskTickets.state), sql`${freshdeskTickets.state} <> 'merged'`);
  // A reply to a ticket of our own support address would come back as a new one.
  const ours = sql<boolean>`exists (select 1 from ${freshdeskWrites} opened where opened.ticket = ${freshdeskLinks.ticket}
    and opened.kind = 'create' and opened.data ->> 'requester' = 'support')`;
  return tx
    .selectDistinct({ ticket: freshdeskLinks.ticket, isOurs: ours })
    .from(freshdeskLinks)
    .leftJoin(freshdeskTickets, eq(freshdeskTickets.number, freshdeskLinks.ticket))
    .where(
      and(
        sql`${freshdeskLinks.postId} in (${withDuplicates(postId)})`,
        isNull(freshdeskLinks.unlinkedAt),
        lte(freshdeskLinks.createdAt, by),
        isFollowed,
      ),
    )
    .orderBy(freshdeskLinks.ticket);
}
