import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { events, freshdeskHandovers, freshdeskMessages, freshdeskWrites } from "#db/schema";
import type { DropReason, WriteProblem } from "#db/schema/support/freshdesk";
import { askForFreshdeskTickets } from "./ask-for-tickets.server";
import type { Claimed } from "./claim-writes.server";
import { keepLog } from "./keep-log.server";
import { addLink } from "./link-ticket.server";

/** What became of a write. */
export type WriteOutcome =
  | { state: "done"; remoteId?: string /** It was there already. */; wasFound?: boolean }
  | { state: "dropped"; reason: DropReason }
  | { state: "refused"; response: string; problems: WriteProblem[] }
  /** Another try, not before then; `uncertain` where this one may have arrived. */
  | { state: "queued" | "uncertain"; response: string; dueAt: Date };

/** Writes down what became of a write; whoever has lost it to somebody else meanwhile has no say. */
export async function settleWrite(
  db: Db,
  leaseId: string,
  write: Claimed,
  outcome: WriteOutcome,
  at = new Date(),
): Promise<void> {
  await db.transaction(async (tx) => {
    const ticket = write.kind === "create" && outcome.state === "done" ? Number(outcome.remoteId) : write.ticket;
    const isSettled = outcome.state !== "queued" && outcome.state !== "uncertain";
    const { wasFound, ...values } = { wasFound: false, ...outcome };
    const settled = await tx
      .update(freshdeskWrites)
      .set({ ...values, ticket, leaseId: null, leasedUntil: null, ...(isSettled && { settledAt: at }) })
      .where(and(eq(freshdeskWrites.id, write.id), eq(freshdeskWrites.leaseId, leaseId)))
      .returning({ id: freshdeskWrites.id });
    if (settled.length === 0 || ticket === null) return;
    if (outcome.state === "done") await keepArrived(tx, write, { ticket, remoteId: outcome.remoteId, at });
    const about = { ticket, postId: write.postId, at };
    if (outcome.state === "done") {
      if (wasFound) await keepLog(tx, [{ ...about, kind: "found" }]);
      if (wasFound || write.kind !== "update" || outcome.remoteId) {
        const { status } = write.data;
        await keepLog(tx, [{ ...about, kind: `sent_${write.kind}`, params: status ? { status } : {} }]);
      }
    }
    if (outcome.state === "dropped" && outcome.reason !== "nothing-to-change") {
      await keepLog(tx, [{ ...about, kind: "dropped", params: { reason: outcome.reason } }]);
    }
    if (outcome.state === "refused") {
      await keepLog(tx, [{ ...about, kind: "refused", params: { answer: outcome.response } }]);
    }
  });
}

interface Arrived {
  ticket: number;
  remoteId: string | undefined;
  at: Date;
}

async function keepArrived(tx: Db, write: Claimed, { ticket, remoteId, at }: Arrived): Promise<void> {
  const { ticketId, kind, data, attempts } = write;
  if (kind === "create" && !ticketId) return linkOpened(tx, write, ticket, at);
  if (kind === "create")
    await tx
      .update(freshdeskHandovers)
      .set({ number: ticket })
      .where(and(eq(freshdeskHandovers.ticketId, ticketId ?? ""), isNull(freshdeskHandovers.number)));
  // What somebody said meanwhile, quoting it, was taken for ours.
  if (ticketId && attempts > 1) await askForFreshdeskTickets(tx, { numbers: [ticket], at });
  if (kind === "message" && remoteId && data.messageId)
    await tx.insert(freshdeskMessages).values({ remoteId, messageId: data.messageId }).onConflictDoNothing();
}

/** The ticket that somebody wanted belongs to the post that it was opened from. */
async function linkOpened(tx: Db, { postId, eventId }: Claimed, ticket: number, at: Date): Promise<void> {
  if (!postId) return;
  const [event] = eventId ? await tx.select({ by: events.actorId }).from(events).where(eq(events.id, eventId)) : [];
  await addLink(tx, { postId, ticket, origin: "ticket_opened", actorId: event?.by ?? null, at });
}
