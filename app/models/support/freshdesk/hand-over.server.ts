import { and, asc, eq, gt, inArray } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { events, freshdeskHandovers, tickets } from "#db/schema";
import type { HandedField } from "#db/schema/support/freshdesk";
import type { EventData, EventType } from "../../core/events/types";
import { settleHeld } from "../promises/settle-targets.server";
import { standingTickets } from "../tickets/visible-tickets.server";
import { type NewWrite, queueWrites } from "./queue-writes.server";
import type { FreshdeskSettingsRow } from "./settings.server";

type Ticket = typeof tickets.$inferSelect;
type Handover = typeof freshdeskHandovers.$inferSelect;

/**
 * Queues what Freshdesk is to hear of a ticket of ours since it was last told, in order; done again, it queues nothing
 * again. One that is handed over only now goes there with all that was said in it. Restricted tickets stay here: in
 * Freshdesk all agents would read them.
 */
export async function syncTicket(db: Db, ticketId: string, settings: FreshdeskSettingsRow, at: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const [ticket] = await tx
      .select()
      .from(tickets)
      .where(and(eq(tickets.id, ticketId), standingTickets(), eq(tickets.isRestricted, false)));
    const handover = ticket && (await holdHandover(tx, ticket, settings, at));
    if (!handover) return;
    const news = await listNews(tx, handover);
    const last = news.at(-1);
    if (!last) return;
    await queueWrites(tx, writesOf(handover, news), at);
    await tx.update(freshdeskHandovers).set({ syncedTo: last.id }).where(eq(freshdeskHandovers.ticketId, ticketId));
  });
}

/** Whoever is at a ticket's handover has it alone; undefined where the ticket stays here. */
async function holdHandover(
  tx: Db,
  ticket: Ticket,
  settings: FreshdeskSettingsRow,
  at: Date,
): Promise<Handover | undefined> {
  const isNew = belongsThere(ticket, settings) && (await isHandedOverNow(tx, ticket, at));
  if (isNew) await settleHeld(tx, [ticket.id], at);
  const [handover] = await tx
    .select()
    .from(freshdeskHandovers)
    .where(eq(freshdeskHandovers.ticketId, ticket.id))
    .for("update");
  return handover;
}

async function isHandedOverNow(tx: Db, { id: ticketId }: Ticket, at: Date): Promise<boolean> {
  const added = await tx
    .insert(freshdeskHandovers)
    .values({ ticketId, createdAt: at })
    .onConflictDoNothing()
    .returning({ ticketId: freshdeskHandovers.ticketId });
  return added.length > 0;
}

/** Whether a ticket is to be handed over, if it is not yet. */
function belongsThere(
  { categoryId, status, mergedInto }: Ticket,
  { desk, deskCategories }: Pick<FreshdeskSettingsRow, "desk" | "deskCategories">,
): boolean {
  if (status === "closed" || mergedInto) return false;
  return desk === "all" || (desk === "some" && deskCategories[categoryId]?.goes === true);
}

const told = [
  "ticket.opened",
  "ticket.answered",
  "ticket.let_in",
  "ticket.moved",
  "ticket.prioritized",
  "ticket.categorized",
  "ticket.rated",
  "ticket.merged",
  "ticket.unmerged",
] as const satisfies readonly EventType[];

interface News {
  id: number;
  type: (typeof told)[number];
  data: object;
}

async function listNews(tx: Db, { ticketId, syncedTo }: Handover): Promise<News[]> {
  const { id, type, data } = events;
  const found = await tx
    .select({ id, type, data })
    .from(events)
    .where(and(eq(events.ticketId, ticketId), gt(id, syncedTo), inArray(type, [...told])))
    .orderBy(asc(id));
  return found as News[];
}

/** What came from there is not told there again. Several changes are one write, after all that was said. */
function writesOf({ ticketId, number }: Handover, news: News[]): NewWrite[] {
  const writes: NewWrite[] = [];
  const fields = new Set<HandedField>();
  let rated: number | undefined;
  let changed: number | undefined;
  for (const { id, type, data } of news) {
    if ("via" in data) continue;
    const about = { eventId: id, postId: null, ticketId, ticket: number ?? undefined };
    const { messageId, into } = data as Partial<EventData["ticket.answered"] & EventData["ticket.merged"]>;
    if (type === "ticket.opened") writes.push({ ...about, kind: "create", data: { messageId } });
    else if (type === "ticket.answered" || type === "ticket.let_in")
      writes.push({ ...about, kind: "message", data: { messageId } });
    else if (type === "ticket.merged") writes.push({ ...about, kind: "merge", data: { into } });
    else if (type === "ticket.rated") rated = id;
    else {
      fields.add(fieldOf[type]);
      changed = id;
    }
  }
  const about = { postId: null, ticketId, ticket: number ?? undefined };
  if (changed) writes.push({ ...about, eventId: changed, kind: "update", data: { fields: [...fields] } });
  if (rated) writes.push({ ...about, eventId: rated, kind: "rating" });
  return writes;
}

/** A ticket that was taken out of another one was closed there. */
const fieldOf = {
  "ticket.moved": "status",
  "ticket.unmerged": "status",
  "ticket.prioritized": "priority",
  "ticket.categorized": "category",
} as const satisfies Partial<Record<News["type"], HandedField>>;
