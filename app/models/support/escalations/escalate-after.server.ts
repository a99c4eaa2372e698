import { and, asc, eq, gte, or, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { escalationRequests, escalations, events, ticketMessages, ticketPosts, tickets } from "#db/schema";
import type { EventData } from "../../core/events/types";
import { readSettings } from "../../core/settings/settings.server";
import { askForPage } from "../paging/ask-for-page.server";
import { selectTickets } from "../promises/settle-targets.server";
import type { HeldTicket } from "../tickets/hold-ticket.server";
import { isUnderWay, ticketPriorities } from "../tickets/lifecycle";
import { type Act, prioritize } from "../tickets/ticket-acts.server";
import { listedTickets } from "../tickets/visible-tickets.server";
import { escalate, type Step } from "./escalate.server";
import { canEscalate, highestTier } from "./escalation";
import { findSaid } from "./said";

/** What happened, of the kinds that a ticket may go to a higher tier for. */
type Occasion = Pick<typeof events.$inferSelect, "id" | "type" | "data" | "ticketId" | "postId" | "createdAt">;

/** Has tickets go to a higher tier by themselves, as an event gives reason to. The same again does nothing. */
export async function escalateAfter(db: Db, { eventId, at }: { eventId: number; at: Date }): Promise<void> {
  const { id, type, data, ticketId, postId, createdAt } = events;
  const [event] = await db
    .select({ id, type, data, ticketId, postId, createdAt })
    .from(events)
    .where(eq(events.id, eventId));
  if (!event) return;
  for (const ticketId of await concernedBy(db, event)) {
    await db.transaction(async (tx) => {
      const which = and(eq(tickets.id, ticketId), listedTickets());
      const [ticket] = await tx.select().from(tickets).where(which).for("update");
      if (ticket && isUnderWay(ticket.status)) await takeSteps(tx, event, ticket, at);
    });
  }
}

/** Ids of tickets; those of a post where it is being worked on from now on. */
async function concernedBy(db: Db, { ticketId, type, data, postId }: Occasion): Promise<string[]> {
  if (ticketId) return [ticketId];
  if (type !== "post.status_changed" || (data as EventData["post.status_changed"]).to !== "in_progress") return [];
  const linked = await db
    .select({ id: ticketPosts.ticketId })
    .from(ticketPosts)
    .where(eq(ticketPosts.postId, postId ?? ""))
    .orderBy(asc(ticketPosts.ticketId));
  return linked.map(({ id }) => id);
}

/** None where Freshdesk's agents answer, and what is promised rests meanwhile. */
async function takeSteps(tx: Db, event: Occasion, ticket: HeldTicket, at: Date): Promise<void> {
  if (event.type === "ticket.unmerged") return afterUnmerging(tx, ticket, at);
  const { escalationWords, promisesBesideFreshdesk } = await readSettings(tx);
  const [facts] = await selectTickets(tx, [ticket.id]);
  if (!facts || (facts.isHandedOver && !promisesBesideFreshdesk)) return;
  const act: Act = { actorId: null, ticketId: ticket.id, at };
  const step = (to: number, reason: Step["reason"], word?: string): Promise<boolean> =>
    escalate(tx, ticket, act, { to, reason, occasion: event.id, ...(word && { word }) });
  switch (event.type) {
    case "ticket.breached":
      return afterBreach(tx, event, ticket, at, step);
    case "ticket.opened":
      if (facts.isVip) await comeFirst(tx, ticket, act, step);
      break;
    case "ticket.post_linked":
    case "post.status_changed":
      if (await isBugInProgress(tx, ticket)) await step(3, "bug");
      return;
  }
  const word = findSaid(escalationWords, await readSaid(tx, event, ticket));
  if (word) await step(highestTier, "words", word);
}

type TakeStep = (to: number, reason: Step["reason"], word?: string) => Promise<boolean>;

/** Responses that, when they are late, have a ticket go higher. */
const responses: readonly string[] = ["first_response", "next_response", "tier_response"];

/** From L1 to L2, and what is late there to L3; above, only somebody is paged. */
async function afterBreach(tx: Db, event: Occasion, ticket: HeldTicket, at: Date, step: TakeStep): Promise<void> {
  const { target } = event.data as EventData["ticket.breached"];
  if (ticket.priority === "urgent") await askForPage(tx, { ticketId: ticket.id, reason: target, at });
  if (!responses.includes(target) || ticket.tier > 2) return;
  const { ticketId, takenAt, occasion } = escalations;
  // It came there only afterwards, or for this very reason.
  const isDone = and(eq(ticketId, ticket.id), or(gte(takenAt, event.createdAt), eq(occasion, event.id)));
  if ((await tx.$count(escalations, isDone)) === 0) await step(ticket.tier + 1, "breach");
}

/** What its requester asked for was accepted while it was part of another ticket, and it was that one that went higher. */
async function afterUnmerging(tx: Db, ticket: HeldTicket, at: Date): Promise<void> {
  const ticketId = ticket.id;
  const [request] = await tx.select().from(escalationRequests).where(eq(escalationRequests.ticketId, ticketId));
  const isDone = and(eq(escalations.ticketId, ticketId), eq(escalations.reason, "asked"));
  if (!request?.isAccepted || !canEscalate(ticket) || (await tx.$count(escalations, isDone)) > 0) return;
  await escalate(tx, ticket, { actorId: request.answeredBy, ticketId, at }, { to: ticket.tier + 1, reason: "asked" });
}

/** With a flag, and a priority that is one higher. */
async function comeFirst(tx: Db, ticket: HeldTicket, act: Act, step: TakeStep): Promise<void> {
  if (!(await step(2, "vip"))) return;
  ticket.tier = Math.max(ticket.tier, 2);
  const higher = ticketPriorities[ticketPriorities.indexOf(ticket.priority) + 1];
  if (higher) await prioritize(tx, ticket, act, higher);
}

/** By its own category or by its post, it is a bug, and somebody is at it. */
async function isBugInProgress(tx: Db, { id, categoryId }: HeldTicket): Promise<boolean> {
  const found = await rows(
    tx,
    sql`select 1 as one from ticket_posts
      join posts linked on linked.id = ticket_posts.post_id
      join posts on posts.id = coalesce(linked.merged_into, linked.id)
      where ticket_posts.ticket_id = ${id} and posts.status = 'in_progress' and posts.deleted_at is null
        and (posts.kind = 'bug' or exists (
          select from ticket_categories where id = ${categoryId} and key = 'bug_report')) limit 1`,
  );
  return found.length > 0;
}

/** What the requester has said with an event; nothing where somebody else did, or it was looked at before. */
async function readSaid(tx: Db, { type, data }: Occasion, { subject }: HeldTicket): Promise<string> {
  const { messageId, by = "requester", splitFrom } = data as { messageId?: string; by?: string; splitFrom?: string };
  if (!messageId || by !== "requester" || splitFrom) return "";
  const [message] = await tx
    .select({ body: ticketMessages.bodyMarkdown })
    .from(ticketMessages)
    .where(eq(ticketMessages.id, messageId));
  return [...(type === "ticket.opened" ? [subject] : []), message?.body ?? ""].join("\n");
}
