import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "#db/client.server";
import { boards, invitations, users } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent, recordEvents } from "../../core/events/record.server";
import { makeOnce } from "../../core/make-once.server";
import { mayAdminister } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { queueDeliveries } from "../../telling/deliveries/queue-deliveries.server";
import type { InvitationDraft } from "./draft";

const day = 24 * 60 * 60_000;
const mostListed = 200;

interface Invite {
  viewer: User;
  /** Made by the form, which invites once. */
  id?: string;
  draft: InvitationDraft;
  at?: Date;
}

/**
 * Invites people: each address by a mail of its own, or whoever has the link, where there is no address. Throws
 * `forbidden`, `boardNotFound` where the board is not shared, and `adminByLink` where a link would make administrators.
 */
export async function invite(db: Db, { viewer, id: formId, draft, at = new Date() }: Invite): Promise<void> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  const { addresses, role, people, days, board: boardId } = draft;
  if (addresses.length === 0 && role === "admin") throw new DomainError("adminByLink", { field: "role" });
  const common = { role, boardId, createdBy: viewer.id, createdAt: at, expiresAt: new Date(at.getTime() + days * day) };
  await db.transaction(async (tx) => {
    await makeOnce(tx, { viewer, id: formId, content: { invite: draft }, at }, async () => {
      if (boardId !== undefined) await requireShared(tx, boardId);
      const byMail = addresses.map((email) => ({ ...common, id: uuid(), email, most: 1, deliveryId: uuid() }));
      const made =
        byMail.length > 0 ? byMail : [{ ...common, id: uuid(), email: null, most: people, deliveryId: null }];
      // Whoever is invited again has one invitation: the new one.
      await tx
        .update(invitations)
        .set({ revokedAt: at })
        .where(and(inArray(invitations.email, addresses), isNull(invitations.revokedAt)));
      await tx.insert(invitations).values(made);
      const mails = byMail.map(({ deliveryId, email }) => ({
        id: deliveryId,
        kind: "invitation" as const,
        userId: null,
        to: email,
        notificationIds: [],
      }));
      await queueDeliveries(tx, mails, at);
      await recordEvents(
        tx,
        made.map(({ id }) => ({
          type: "invitation.created",
          actorId: viewer.id,
          data: { invitationId: id, role, byMail: byMail.length > 0 },
          at,
        })),
      );
      return made.length;
    });
  });
}

async function requireShared(tx: Db, boardId: number): Promise<void> {
  const [board] = await tx.select({ isShared: boards.isShared }).from(boards).where(eq(boards.id, boardId));
  if (!board?.isShared) throw new DomainError("boardNotFound", { field: "board" });
}

/** Ends an invitation; whoever has come by it stays. Throws `forbidden` or `notFound`. */
export async function revokeInvitation(
  db: Db,
  { viewer, id, at = new Date() }: { viewer: User; id: string; at?: Date },
): Promise<void> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const [held] = await tx.select().from(invitations).where(eq(invitations.id, id)).for("update");
    if (!held) throw new DomainError("notFound");
    if (held.revokedAt) return;
    await tx.update(invitations).set({ revokedAt: at }).where(eq(invitations.id, id));
    await recordEvent(tx, { type: "invitation.revoked", actorId: viewer.id, data: { invitationId: id }, at });
  });
}

/** The latest invitations, the newest first, with who made them. Throws `forbidden`. */
export async function listInvitations(db: Db, viewer: User) {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  const { id, email, role, createdAt, expiresAt, revokedAt, most, used } = invitations;
  return db
    .select({ id, email, role, createdAt, expiresAt, revokedAt, most, used, by: users.name, board: boards.name })
    .from(invitations)
    .leftJoin(users, eq(users.id, invitations.createdBy))
    .leftJoin(boards, eq(boards.id, invitations.boardId))
    .orderBy(desc(createdAt), desc(id))
    .limit(mostListed);
}
