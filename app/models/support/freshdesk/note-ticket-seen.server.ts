import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { freshdeskTickets } from "#db/schema";
import type { FreshdeskTicketState } from "#db/schema/support/freshdesk";
import { recordEvent } from "../../core/events/record.server";
import { askForFreshdeskTickets } from "./ask-for-tickets.server";
import { keepLog } from "./keep-log.server";
import { addLink, listStandingLinks } from "./link-ticket.server";
import type { LogKind } from "./log";
import { queueWrites } from "./queue-writes.server";
import { followRules } from "./ticket-rules.server";

/** A ticket as Freshdesk showed it. */
export interface Sighting {
  number: number;
  state: FreshdeskTicketState;
  mergedInto?: number;
  /** Absent where Freshdesk shows nothing of it any more. */
  ticket?: {
    status: number;
    subject: string | null;
    source: number;
    requesterId: string | null;
    companyId: string | null;
    updatedAt: Date;
  };
  /** In a list, by its number, or as the response to what we wrote. */
  via: "list" | "number" | "write";
  /** When Freshdesk was asked; for a response to what we wrote, when it came. */
  at: Date;
}

type Known = typeof freshdeskTickets.$inferSelect;

/**
 * Takes in what was seen of a ticket. Sightings may come twice and in any order: an older one changes nothing, and
 * one that cannot be told from what is known has the ticket read again. Of tickets that nobody has linked only their
 * numbers are kept.
 */
export async function noteFreshdeskTicketSeen(db: Db, seen: Sighting): Promise<void> {
  await db.transaction(async (tx) => {
    const known = await holdTicket(tx, seen.number);
    const sighting = stillMerged(known, seen);
    const links = await listStandingLinks(tx, sighting.number);
    const postIds = links.map(({ postId }) => postId);
    if (links.length === 0) return keepNumber(tx, known, sighting);
    if (!(await isNewer(tx, known, sighting))) return;
    await tellChanges(tx, known, sighting);
    await keepSighting(tx, known, sighting);
    if (mayBeMerged(sighting)) await askForFreshdeskTickets(tx, { numbers: [sighting.number], at: sighting.at });
    if (sighting.mergedInto) await followMerge(tx, sighting.mergedInto, postIds, sighting.at);
    await followRules(tx, known, sighting, postIds);
  });
}

async function holdTicket(tx: Db, number: number): Promise<Known> {
  await tx.insert(freshdeskTickets).values({ number }).onConflictDoNothing();
  const [known] = await tx.select().from(freshdeskTickets).where(eq(freshdeskTickets.number, number)).for("update");
  if (!known) throw new Error(`Ticket ${number} cannot be held.`);
  return known;
}

const closed = 5;

/** That a ticket was merged shows only where its notes were read; closed, it still is. */
function stillMerged({ state, mergedInto }: Known, seen: Sighting): Sighting {
  const isStill =
    state === "merged" && seen.via !== "number" && seen.ticket?.status === closed && seen.state === "here";
  return isStill ? { ...seen, state, mergedInto: mergedInto ?? undefined } : seen;
}

/** Only its notes tell, which neither lists nor responses to a write carry. */
const mayBeMerged = ({ state, ticket, via }: Sighting): boolean =>
  via !== "number" && state === "here" && ticket?.status === closed;

const set = (tx: Db, number: number, values: Partial<Known>) =>
  tx.update(freshdeskTickets).set(values).where(eq(freshdeskTickets.number, number));

async function keepNumber(tx: Db, known: Known, { ticket, via, at }: Sighting): Promise<void> {
  const updatedAt = ticket && later(ticket.updatedAt, known.updatedAt);
  await set(tx, known.number, {
    ...(updatedAt && { updatedAt }),
    seenAt: at,
    ...(via === "number" && { checkedAt: at }),
  });
}

const later = (a: Date, b: Date | null): Date => (b && b > a ? b : a);

/** Freshdesk's times are whole seconds: within the same one the order is that of asking. */
async function isNewer(tx: Db, known: Known, { number, ticket, state, via, at }: Sighting): Promise<boolean> {
  if (!known.state || !known.seenAt) return true;
  const order = ticket ? ticket.updatedAt.getTime() - (known.updatedAt?.getTime() ?? 0) : 0;
  if (order !== 0) return order > 0;
  if (via !== "list" && at >= known.seenAt) return true;
  const differs = state !== known.state || (ticket && ticket.status !== known.status);
  if (differs) await askForFreshdeskTickets(tx, { numbers: [number], at });
  return false;
}

async function tellChanges(tx: Db, known: Known, sighting: Sighting): Promise<void> {
  const { number, state, mergedInto, ticket, at } = sighting;
  const say = (kind: LogKind, params: Record<string, string | number> = {}) =>
    keepLog(tx, [{ ticket: number, kind, params, at }]);
  if (state !== "here" && state !== known.state) await say(`seen_${state}`, mergedInto ? { into: mergedInto } : {});
  if (state === "here" && known.state && known.state !== "here") {
    await say("seen_back");
    // What we would have written meanwhile is written now.
    await queueWrites(tx, [{ ticket: number, kind: "update", eventId: null, postId: null }], at);
  }
  if (!ticket) return;
  if (!known.state) await say("seen_first", { status: ticket.status });
  else if (isTheirDoing(known, ticket)) await say("seen_status", { from: known.status ?? 0, to: ticket.status });
  if (ticket.requesterId && ticket.requesterId !== known.requesterId) {
    const data = { ticket: number, requesterId: ticket.requesterId };
    await recordEvent(tx, { type: "freshdesk.requester_known", actorId: null, data, at });
  }
}

/** Whether somebody in Freshdesk gave it another status; what we wrote ourselves is no news. */
const isTheirDoing = (known: Known, ticket: { status: number }): boolean =>
  ticket.status !== known.status && ticket.status !== known.expectedStatus;

async function keepSighting(tx: Db, known: Known, sighting: Sighting): Promise<void> {
  const { number, state, mergedInto = null, ticket, via, at } = sighting;
  await set(tx, number, {
    state,
    mergedInto,
    seenAt: at,
    ...(via === "number" && { checkedAt: at }),
    ...(ticket && {
      ...ticket,
      ...(ticket.companyId !== known.companyId && { companyName: null }),
      ...(ticket.status === known.expectedStatus && { expectedStatus: null }),
    }),
  });
}

/** Whoever waits in a ticket that was merged waits in the one that took it in. */
async function followMerge(tx: Db, into: number, postIds: string[], at: Date): Promise<void> {
  for (const postId of postIds) await addLink(tx, { postId, ticket: into, origin: "merged", actorId: null, at });
}

/** The name of a company, which tickets do not tell. */
export async function keepCompany(db: Db, number: number, companyName: string): Promise<void> {
  await set(db, number, { companyName });
}

/** Keeps what the customer wrote, for whoever makes a post of the ticket. */
export async function keepText(
  db: Db,
  number: number,
  { subject, text }: { subject: string | null; text: string },
  at: Date,
): Promise<void> {
  await set(db, number, { subject, text, textAt: at });
}

/** We are about to give it that status; when it shows, it is no news. Null: we have not, after all. */
export async function expectStatus(db: Db, number: number, expectedStatus: number | null): Promise<void> {
  await set(db, number, { expectedStatus });
}
