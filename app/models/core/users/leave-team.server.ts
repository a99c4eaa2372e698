import { and, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { inboxViews, posts, reportReaders, supportTierMembers, tickets } from "#db/schema";
import { recordEvents } from "../events/record.server";

interface LeaveTeam {
  /** Who carries it out. */
  actorId: string;
  userId: string;
  at: Date;
}

/**
 * Whoever is no longer of the team looks after nothing, and the views of the inbox that they shared with nobody go.
 * The caller holds the person, so that nothing is assigned to
 * them meanwhile.
 */
export async function leaveTeam(tx: Db, { actorId, userId, at }: LeaveTeam): Promise<void> {
  await leaveDesk(tx, { actorId, userId, at });
  await tx.delete(inboxViews).where(isPrivateOf(userId));
  const left = await tx
    .select({ id: posts.id })
    .from(posts)
    .where(eq(posts.assigneeId, userId))
    // Originals first, as whoever merges holds them.
    .orderBy(sql`${posts.mergedInto} is not null`, posts.id)
    .for("update");
  if (left.length === 0) return;
  await tx.update(posts).set({ assigneeId: null }).where(eq(posts.assigneeId, userId));
  const event = { type: "post.assigned", actorId, data: { from: userId, to: null }, at } as const;
  await recordEvents(
    tx,
    left.map(({ id }) => ({ ...event, postId: id })),
  );
}

const isPrivateOf = (userId: string) => and(eq(inboxViews.ownerId, userId), eq(inboxViews.isShared, false));

/** Whoever handles tickets no longer looks after none, is of no tier, has no views of the queue and gets no report; held as above. */
export async function leaveDesk(tx: Db, { actorId, userId, at }: LeaveTeam): Promise<void> {
  await tx.delete(inboxViews).where(and(eq(inboxViews.noun, "ticket"), isPrivateOf(userId)));
  await tx.delete(reportReaders).where(eq(reportReaders.userId, userId));
  await tx.delete(supportTierMembers).where(eq(supportTierMembers.userId, userId));
  const left = await tx
    .select({ id: tickets.id })
    .from(tickets)
    .where(eq(tickets.assigneeId, userId))
    // In the order in which whoever merges holds them.
    .orderBy(tickets.year, tickets.serial)
    .for("update");
  if (left.length === 0) return;
  await tx.update(tickets).set({ assigneeId: null }).where(eq(tickets.assigneeId, userId));
  const event = { type: "ticket.assigned", actorId, data: { from: userId, to: null }, at } as const;
  await recordEvents(
    tx,
    left.map(({ id }) => ({ ...event, ticketId: id })),
  );
}
