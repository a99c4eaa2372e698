import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { posts, ticketPosts } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { mayHandleTickets } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { visiblePosts } from "../../feedback/posts/visible-posts.server";
import { holdLiveTicket } from "./hold-ticket.server";
import type { TicketNumber } from "./ticket-number";

interface LinkPost {
  viewer: User;
  number: TicketNumber;
  /** Of the post. */
  post: number;
  at?: Date;
}

/** Says that a ticket is about a post; the same again changes nothing. Throws `forbidden`, `notFound`, `ticketMerged` or `postNotFound`. */
export async function linkPostToTicket(db: Db, { viewer, number, post, at = new Date() }: LinkPost): Promise<void> {
  if (!mayHandleTickets(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const ticket = await holdLiveTicket(tx, viewer, number);
    const postId = await findPostId(tx, viewer, post);
    const added = await tx
      .insert(ticketPosts)
      .values({ ticketId: ticket.id, postId, linkedBy: viewer.id, linkedAt: at })
      .onConflictDoNothing()
      .returning();
    if (added.length === 0) return;
    await recordEvent(tx, {
      type: "ticket.post_linked",
      actorId: viewer.id,
      ticketId: ticket.id,
      data: { postId, number: post },
      at,
    });
  });
}

/** Throws `forbidden`, `notFound`, `ticketMerged` or `postNotFound`. */
export async function unlinkPostFromTicket(db: Db, { viewer, number, post, at = new Date() }: LinkPost): Promise<void> {
  if (!mayHandleTickets(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const ticket = await holdLiveTicket(tx, viewer, number);
    const postId = await findPostId(tx, viewer, post);
    const removed = await tx
      .delete(ticketPosts)
      .where(and(eq(ticketPosts.ticketId, ticket.id), eq(ticketPosts.postId, postId)))
      .returning();
    if (removed.length === 0) return;
    await recordEvent(tx, {
      type: "ticket.post_unlinked",
      actorId: viewer.id,
      ticketId: ticket.id,
      data: { postId, number: post },
      at,
    });
  });
}

async function findPostId(tx: Db, viewer: User, number: number): Promise<string> {
  const [post] = await tx
    .select({ id: posts.id })
    .from(posts)
    .where(and(eq(posts.number, number), visiblePosts(tx, viewer)));
  if (!post) throw new DomainError("postNotFound", { field: "post", params: { number } });
  return post.id;
}
