import { and, desc, eq, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "#db/client.server";
import { ticketLinks } from "#db/schema";
import type { LinkOrigin } from "#db/schema/freshdesk";
import { DomainError } from "../domain-error";
import { recordEvent } from "../events/record.server";
import { holdPost } from "../posts/hold-post.server";
import { mayHandleTickets } from "../users/policy";
import type { User } from "../users/viewer";
import { keepLog } from "./keep-log.server";
import { readTicketNumber } from "./read-ticket-number";

interface LinkTicket {
  viewer: User;
  /** Of the post. */
  number: number;
  /** The ticket's number, or the address of its page in Freshdesk. */
  ticket: string;
  origin?: Extract<LinkOrigin, "staff" | "post_made">;
  at?: Date;
}

/** Says that a ticket waits for a post; again, it changes nothing. Resolves to the ticket's number. */
export async function linkTicket(
  db: Db,
  { viewer, number, ticket: text, origin = "staff", at = new Date() }: LinkTicket,
): Promise<{ ticket: number }> {
  if (!mayHandleTickets(viewer)) throw new DomainError("forbidden");
  const ticket = readTicketNumber(text);
  if (!ticket) throw new DomainError("ticketNumberWrong", { field: "ticket" });
  await db.transaction(async (tx) => {
    const post = await holdPost(tx, viewer, number);
    if (post.deletedAt) throw new DomainError("notFound");
    await addLink(tx, { postId: post.id, ticket, origin, actorId: viewer.id, at });
  });
  return { ticket };
}

interface NewLink {
  postId: string;
  ticket: number;
  origin: LinkOrigin;
  /** Null where it was found in Freshdesk. */
  actorId: string | null;
  at: Date;
}

/** Links them unless they are; resolves to whether it did. */
export async function addLink(tx: Db, { actorId, at, ...link }: NewLink): Promise<boolean> {
  const id = uuid();
  const added = await tx
    .insert(ticketLinks)
    .values({ ...link, id, createdAt: at, createdBy: actorId })
    .onConflictDoNothing()
    .returning({ id: ticketLinks.id });
  if (added.length === 0) return false;
  const { postId, ticket, origin } = link;
  await recordEvent(tx, { type: "ticket.linked", actorId, postId, data: { linkId: id, ticket, origin }, at });
  await keepLog(tx, [{ ticket, postId, kind: "linked", params: { origin }, at }]);
  return true;
}

/** When a post and a ticket were last taken apart; undefined if they never were. */
export async function findUnlinking(db: Db, postId: string, ticket: number): Promise<Date | undefined> {
  const isPair = and(eq(ticketLinks.postId, postId), eq(ticketLinks.ticket, ticket));
  const [last] = await db
    .select({ at: ticketLinks.unlinkedAt })
    .from(ticketLinks)
    .where(isPair)
    .orderBy(desc(ticketLinks.id))
    .limit(1);
  return last?.at ?? undefined;
}

/** Links that stand, of a ticket. */
export const listStandingLinks = (db: Db, ticket: number) =>
  db
    .select({ id: ticketLinks.id, postId: ticketLinks.postId, origin: ticketLinks.origin })
    .from(ticketLinks)
    .where(and(eq(ticketLinks.ticket, ticket), isNull(ticketLinks.unlinkedAt)))
    .orderBy(desc(ticketLinks.id));
