import { and, desc, eq, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "#db/client.server";
import { freshdeskLinks } from "#db/schema";
import type { FreshdeskLinkOrigin } from "#db/schema/support/freshdesk";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { mayHandleTickets } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { holdPost } from "../../feedback/posts/hold-post.server";
import { keepLog } from "./keep-log.server";
import { readFreshdeskTicketNumber } from "./read-ticket-number";

interface LinkTicket {
  viewer: User;
  /** Of the post. */
  number: number;
  /** The ticket's number, or the address of its page in Freshdesk. */
  ticket: string;
  origin?: Extract<FreshdeskLinkOrigin, "staff" | "post_made">;
  at?: Date;
}

/**
 * Says that a ticket waits for a post; again, it changes nothing. Resolves to the ticket's number. Throws
 * `forbidden`, `ticketNumberWrong` or `notFound`.
 */
export async function linkFreshdeskTicket(
  db: Db,
  { viewer, number, ticket: text, origin = "staff", at = new Date() }: LinkTicket,
): Promise<{ ticket: number }> {
  if (!mayHandleTickets(viewer)) throw new DomainError("forbidden");
  const ticket = readFreshdeskTicketNumber(text);
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
  origin: FreshdeskLinkOrigin;
  /** Null where it was found in Freshdesk. */
  actorId: string | null;
  at: Date;
}

/** Links them unless they are; resolves to whether it did. */
export async function addLink(tx: Db, { actorId, at, ...link }: NewLink): Promise<boolean> {
  const id = uuid();
  const added = await tx
    .insert(freshdeskLinks)
    .values({ ...link, id, createdAt: at, createdBy: actorId })
    .onConflictDoNothing()
    .returning({ id: freshdeskLinks.id });
  if (added.length === 0) return false;
  const { postId, ticket, origin } = link;
  await recordEvent(tx, { type: "freshdesk.linked", actorId, postId, data: { linkId: id, ticket, origin }, at });
  await keepLog(tx, [{ ticket, postId, kind: "linked", params: { origin }, at }]);
  return true;
}

/** When a post and a ticket were last taken apart; undefined if they never were. */
export async function findUnlinking(db: Db, postId: string, ticket: number): Promise<Date | undefined> {
  const isPair = and(eq(freshdeskLinks.postId, postId), eq(freshdeskLinks.ticket, ticket));
  const [last] = await db
    .select({ at: freshdeskLinks.unlinkedAt })
    .from(freshdeskLinks)
    .where(isPair)
    .orderBy(desc(freshdeskLinks.id))
    .limit(1);
  return last?.at ?? undefined;
}

/** Links that stand, of a ticket. */
export const listStandingLinks = (db: Db, ticket: number) =>
  db
    .select({ id: freshdeskLinks.id, postId: freshdeskLinks.postId, origin: freshdeskLinks.origin })
    .from(freshdeskLinks)
    .where(and(eq(freshdeskLinks.ticket, ticket), isNull(freshdeskLinks.unlinkedAt)))
    .orderBy(desc(freshdeskLinks.id));
