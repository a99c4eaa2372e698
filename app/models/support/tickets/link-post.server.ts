import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { posts, ticketPosts } from "#db/schema";
import type { TicketPostOrigin } from "#db/schema/support/tickets";
import { DomainError } from "../../core/domain-error";
import type { User } from "../../core/users/viewer";
import { visiblePosts } from "../../feedback/posts/visible-posts.server";
import { type Alteration, alterTicket } from "./alter-ticket.server";
import { recordTicketEvent } from "./record-ticket-event.server";

interface LinkPost extends Alteration {
  /** The number of the post. */
  post: number;
  /** Whether it was made of this ticket. */
  origin?: TicketPostOrigin;
}

/** Says that a ticket is about a post; the same again changes nothing. Throws `forbidden`, `notFound`, `ticketMerged` or `postNotFound`. */
export async function linkPostToTicket(db: Db, { post, origin, ...change }: LinkPost): Promise<void> {
  const { viewer } = change;
  await alterTicket(db, change, async (tx, { id: ticketId }, event) => {
    const postId = await findPostId(tx, viewer, post);
    const added = await tx
      .insert(ticketPosts)
      .values({ ticketId, postId, origin, linkedBy: viewer.id, linkedAt: event.at })
      .onConflictDoNothing()
      .returning();
    if (added.length === 0) return;
    await recordTicketEvent(tx, { ...event, type: "ticket.post_linked", data: { postId, number: post } });
  });
}

/** Throws `forbidden`, `notFound`, `ticketMerged` or `postNotFound`. */
export async function unlinkPostFromTicket(db: Db, { post, ...change }: LinkPost): Promise<void> {
  await alterTicket(db, change, async (tx, { id: ticketId }, event) => {
    const postId = await findPostId(tx, change.viewer, post);
    const removed = await tx
      .delete(ticketPosts)
      .where(and(eq(ticketPosts.ticketId, ticketId), eq(ticketPosts.postId, postId)))
      .returning();
    if (removed.length === 0) return;
    await recordTicketEvent(tx, { ...event, type: "ticket.post_unlinked", data: { postId, number: post } });
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
