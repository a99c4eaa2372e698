import type { Db } from "#db/client.server";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { otherId } from "../../core/settle-id.server";
import { mayHandleTickets } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { holdLivePost } from "../../feedback/posts/hold-post.server";

interface OpenTicket {
  viewer: User;
  /** Of the post, mostly a bug. */
  number: number;
  /** Made by the form, so that one sent twice opens one ticket. */
  id: string;
  /** Whose ticket it is: our support's own, or the author's, who then becomes a contact in Freshdesk. */
  requester: "support" | "author";
  at?: Date;
}

/**
 * Has a ticket opened about a post; it is linked once Freshdesk has given it a number. Throws `forbidden`, `notFound`
 * or `postMerged`.
 */
export async function openFreshdeskTicket(
  db: Db,
  { viewer, number, id: clientId, requester, at = new Date() }: OpenTicket,
): Promise<void> {
  if (!mayHandleTickets(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const post = await holdLivePost(tx, viewer, number);
    // The same words always have the same id: another wish under an id that was used is a ticket of its own.
    const id = otherId(clientId, { number, requester });
    await recordEvent(tx, {
      type: "freshdesk.requested",
      actorId: viewer.id,
      postId: post.id,
      data: { id, requester },
      at,
    });
  });
}
