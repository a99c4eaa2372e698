import { inArray, isNull } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { enqueue } from "#db/queue.server";
import { freshdeskHandovers, freshdeskLinks, freshdeskReads, freshdeskWrites } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { mayAdminister } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { askForRenewal } from "../promises/renew-promises.server";
import { openWrites } from "./open-writes.server";
import { changeSettings } from "./settings.server";

interface ByAdministrator {
  viewer: User;
  at?: Date;
}

/** Nothing goes out and nothing is read; what happens meanwhile is queued. Throws `forbidden`. */
export async function pauseFreshdesk(db: Db, { viewer, at = new Date() }: ByAdministrator): Promise<void> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    await changeSettings(tx, { pausedAt: at });
    await recordEvent(tx, { type: "freshdesk.paused", actorId: viewer.id, data: {}, at });
  });
}

/** Goes on, also after the key was refused: if it still is, that shows at once. Throws `forbidden`. */
export async function resumeFreshdesk(db: Db, { viewer, at = new Date() }: ByAdministrator): Promise<void> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    await changeSettings(tx, { pausedAt: null, brokenAt: null });
    await recordEvent(tx, { type: "freshdesk.resumed", actorId: viewer.id, data: {}, at });
    await goOn(tx);
  });
}

/**
 * Forgets what waits to be written, and with `keepsLinks` false the links, too. Whatever stands in Freshdesk stays
 * there: notes, replies, tags, and addresses of posts. Throws `forbidden`.
 */
export async function disconnectFreshdesk(
  db: Db,
  { viewer, keepsLinks, at = new Date() }: ByAdministrator & { keepsLinks: boolean },
): Promise<void> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    await changeSettings(tx, { disconnectedAt: at, pausedAt: null, brokenAt: null });
    await takeBack(tx);
    await tx
      .update(freshdeskWrites)
      .set({ state: "dropped", reason: "disconnected", settledAt: at, leaseId: null, leasedUntil: null })
      .where(inArray(freshdeskWrites.state, [...openWrites]));
    await tx.delete(freshdeskReads);
    if (!keepsLinks) {
      await tx
        .update(freshdeskLinks)
        .set({ unlinkedAt: at, unlinkedBy: viewer.id })
        .where(isNull(freshdeskLinks.unlinkedAt));
    }
    await recordEvent(tx, { type: "freshdesk.disconnected", actorId: viewer.id, data: { keepsLinks }, at });
    await askForRenewal(tx, at);
  });
}

/** Tickets of ours that have not arrived are not handed over any more; whoever connects again begins with them anew. */
async function takeBack(tx: Db): Promise<void> {
  const waiting = tx
    .select({ ticketId: freshdeskHandovers.ticketId })
    .from(freshdeskHandovers)
    .where(isNull(freshdeskHandovers.number));
  await tx.delete(freshdeskWrites).where(inArray(freshdeskWrites.ticketId, waiting));
  await tx.delete(freshdeskHandovers).where(isNull(freshdeskHandovers.number));
}

/** Takes the connection up again. Throws `forbidden`. */
export async function connectFreshdesk(db: Db, { viewer, at = new Date() }: ByAdministrator): Promise<void> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    await changeSettings(tx, { disconnectedAt: null });
    await recordEvent(tx, { type: "freshdesk.connected", actorId: viewer.id, data: {}, at });
    await goOn(tx);
    await askForRenewal(tx, at);
  });
}

async function goOn(tx: Db): Promise<void> {
  await enqueue(
    tx,
    (["check-freshdesk", "send-to-freshdesk", "read-tickets", "reconcile-freshdesk"] as const).map((name) => ({
      name,
      data: {},
    })),
  );
}

/** Asks Freshdesk now whose key it is and which fields it has. */
export async function checkFreshdesk(db: Db, { viewer }: { viewer: User }): Promise<void> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  await enqueue(db, [{ name: "check-freshdesk", data: {} }]);
}
