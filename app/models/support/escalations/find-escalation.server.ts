import { eq, isNull } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { escalationRequests } from "#db/schema";
import { stateOfEscalation } from "./escalation";

/** What the requester of a ticket asked for, and what became of it. Its caller knows that the reader may see it. */
export async function findEscalation(db: Db, ticketId: string) {
  const { reason, askedAt, isAccepted } = escalationRequests;
  const [asked] = await db
    .select({ reason, askedAt, isAccepted })
    .from(escalationRequests)
    .where(eq(escalationRequests.ticketId, ticketId));
  return asked && { reason: asked.reason, askedAt: asked.askedAt, state: stateOfEscalation(asked) };
}

/** Tickets whose requester waits to hear whether it goes a tier higher. */
export const askingForEscalation = (db: Db) =>
  db.select({ id: escalationRequests.ticketId }).from(escalationRequests).where(isNull(escalationRequests.isAccepted));
