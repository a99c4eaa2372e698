import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { freshdeskLinks } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { mayHandleTickets } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { keepLog } from "./keep-log.server";

interface UnlinkTicket {
  viewer: User;
  linkId: string;
  at?: Date;
}

/**
 * Takes a ticket and a post apart; again, it changes nothing. Our tag and the post's address are taken out of the
 * ticket afterwards; notes and replies that were written stay in Freshdesk. Throws `forbidden`.
 */
export async function unlinkFreshdeskTicket(db: Db, { viewer, linkId, at = new Date() }: UnlinkTicket): Promise<void> {
  if (!mayHandleTickets(viewer)) throw new DomainError("forbidden");
  await db.transaction((tx) => removeLink(tx, { linkId, actorId: viewer.id, at }));
}

/** The same, whoever wants it; for those who have asked already whether they may. */
async function removeLink(
  tx: Db,
  { linkId, actorId, at }: { linkId: string; actorId: string | null; at: Date },
): Promise<void> {
  const [link] = await tx
    .update(freshdeskLinks)
    .set({ unlinkedAt: at, unlinkedBy: actorId })
    .where(and(eq(freshdeskLinks.id, linkId), isNull(freshdeskLinks.unlinkedAt)))
    .returning({ postId: freshdeskLinks.postId, ticket: freshdeskLinks.ticket });
  if (!link) return;
  await recordEvent(tx, {
    type: "freshdesk.unlinked",
    actorId,
    postId: link.postId,
    data: { linkId, ticket: link.ticket },
    at,
  });
  await keepLog(tx, [{ ...link, kind: "unlinked", at }]);
}
