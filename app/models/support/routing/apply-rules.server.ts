import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "#db/client.server";
import { events, savedReplies, ticketPeople, ticketRules, tickets, users } from "#db/schema";
import type { RuleOccasion } from "#db/schema/support/ticket-rules";
import type { Words } from "~/i18n";
import type { RuleMark } from "../../core/events/catalogue/tickets";
import { renderMarkdown } from "../../core/text/markdown.server";
import { fillIn } from "../../feedback/saved-replies/fill-in";
import { categoryName } from "../categories/category-name";
import { findTicketCategory } from "../categories/list-categories.server";
import { escalate } from "../escalations/escalate.server";
import { holdAgents } from "../tickets/change-ticket.server";
import type { HeldTicket } from "../tickets/hold-ticket.server";
import { keepMessage } from "../tickets/keep-message.server";
import { mostTags } from "../tickets/limits";
import { recordTicketEvent } from "../tickets/record-ticket-event.server";
import { type Act, assign, prioritize, tag } from "../tickets/ticket-acts.server";
import { writeTicketNumber } from "../tickets/ticket-number";
import { listedTickets } from "../tickets/visible-tickets.server";
import { listRules } from "./list-rules.server";
import { chooseAssignee, fits } from "./rule";
import { countLoads, listFacts } from "./ticket-facts.server";

/** What each of these events gives occasion to. */
const occasions: Record<string, RuleOccasion> = {
  "ticket.opened": "opened",
  "ticket.answered": "answered",
  "ticket.let_in": "answered",
  "ticket.categorized": "categorized",
  "ticket.prioritized": "prioritized",
};

interface ApplyRules {
  eventId: number;
  /** How the portal speaks to a requester. */
  speak: (language: string) => Promise<Words>;
  at: Date;
}

type Rule = Awaited<ReturnType<typeof listRules>>[number];

/**
 * Lets the rules act on a ticket that something happened to, in their order: what one has set, a later one leaves. What a
 * rule does is no occasion for another, and restricted tickets are none for any. The same again does nothing.
 */
export async function applyRules(db: Db, { eventId, speak, at }: ApplyRules): Promise<void> {
  const [event] = await db
    .select({ ticketId: events.ticketId, type: events.type, data: events.data, language: tickets.language })
    .from(events)
    .innerJoin(tickets, eq(tickets.id, events.ticketId))
    .where(eq(events.id, eventId));
  const { rule, by, splitFrom } = (event?.data ?? {}) as { rule?: unknown; by?: string; splitFrom?: string };
  const occasion = occasions[event?.type ?? ""];
  if (!event?.ticketId || !occasion || rule || splitFrom || (occasion === "answered" && by && by !== "requester"))
    return;
  const { ticketId } = event;
  const asked = and(eq(ticketRules.occasion, occasion), eq(ticketRules.isOff, false));
  const rules = await listRules(db, asked);
  if (rules.length === 0) return;
  const words = await speak(event.language);
  await db.transaction(async (tx) => {
    const which = and(eq(tickets.id, ticketId), eq(tickets.isRestricted, false));
    const [facts] = await listFacts(tx, occasion, which, 1);
    if (!facts) return;
    const fitting = rules.filter(({ conditions }) => fits(conditions, facts));
    if (fitting.length === 0) return;
    // Rules before people before the ticket: of two tickets at once, the second sees whose turn is next.
    const held = await holdRules(tx, fitting, asked);
    const among = held.flatMap(({ actions }) => actions.assign?.among ?? []);
    await holdAgents(tx, among);
    const loads = await countLoads(tx, among);
    const [ticket] = await tx.select().from(tickets).where(and(which, listedTickets())).for("update");
    if (!ticket || (await hasActed(tx, ticketId, eventId))) return;
    for (const rule of held) await act(tx, { rule, ticket, eventId, loads, words, at });
  });
}

/** Those that still are asked, kept still until the transaction ends, so that each takes its turns one after the other. */
async function holdRules(tx: Db, fitting: Rule[], asked: SQL | undefined): Promise<Rule[]> {
  const ids = fitting.map(({ id }) => id);
  const held = await tx
    .select()
    .from(ticketRules)
    .where(and(inArray(ticketRules.id, ids), asked))
    .orderBy(ticketRules.id)
    .for("update");
  return fitting.flatMap(({ id }) => held.find((one) => one.id === id) ?? []);
}

/** Whether rules have acted on this occasion already. */
async function hasActed(tx: Db, ticketId: string, eventId: number): Promise<boolean> {
  const [acted] = await tx
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.ticketId, ticketId), sql`(${events.data} -> 'rule' ->> 'occasion')::bigint = ${eventId}`))
    .limit(1);
  return acted !== undefined;
}

interface Acting {
  rule: Rule;
  /** As the rules before have left it. */
  ticket: HeldTicket & { isSetBy?: Set<string> };
  eventId: number;
  loads: Map<string, number>;
  words: Words;
  at: Date;
}

async function act(tx: Db, { rule, ticket, eventId, loads, words, at }: Acting): Promise<void> {
  const { assign: assignment, priority, tags, tier, replyId } = rule.actions;
  const mark: RuleMark = { id: rule.id, name: rule.name, occasion: eventId };
  const event: Act = { actorId: null, ticketId: ticket.id, at, rule: mark };
  const set = (ticket.isSetBy ??= new Set());
  if (assignment && ticket.assigneeId === null) {
    const assigneeId = chooseAssignee(assignment, rule.lastAssignee, loads);
    if (assigneeId) {
      await assign(tx, ticket, event, assigneeId);
      await tx.update(ticketRules).set({ lastAssignee: assigneeId }).where(eq(ticketRules.id, rule.id));
      ticket.assigneeId = assigneeId;
    }
  }
  if (priority && !set.has("priority")) {
    await prioritize(tx, ticket, event, priority);
    ticket.priority = priority;
    set.add("priority");
  }
  if (tags.length > 0) {
    const all = [...new Set([...ticket.tags, ...tags])].slice(0, mostTags);
    await tag(tx, ticket, event, all);
    ticket.tags = all;
  }
  if (tier) {
    await escalate(tx, ticket, event, { to: tier, reason: "rule", occasion: eventId });
    ticket.tier = Math.max(ticket.tier, tier);
  }
  if (replyId && !set.has("reply") && ticket.status !== "closed") {
    await reply(tx, ticket, event, { replyId, words });
    set.add("reply");
  }
}

/** Says a saved reply as the product: nobody of the team has answered yet. */
async function reply(
  tx: Db,
  ticket: HeldTicket,
  { rule, ...event }: Act,
  { replyId, words }: { replyId: number; words: Words },
) {
  const [saved] = await tx
    .select({ body: savedReplies.bodyMarkdown })
    .from(savedReplies)
    .where(eq(savedReplies.id, replyId));
  const category = await findTicketCategory(tx, ticket.categoryId);
  if (!saved || !category) return;
  const [requester] = await tx
    .select({ name: sql<string>`coalesce(${users.name}, ${ticketPeople.name})` })
    .from(ticketPeople)
    .leftJoin(users, eq(users.id, ticketPeople.userId))
    .where(and(eq(ticketPeople.ticketId, ticket.id), eq(ticketPeople.role, "requester")));
  const body = fillIn(saved.body, {
    author: requester?.name || words.t("people.nameless"),
    title: ticket.subject,
    number: writeTicketNumber(ticket),
    category: categoryName(words, category),
  });
  const { at } = event;
  const messageId = uuid();
  const rendered = await renderMarkdown(body, ticket.id);
  await keepMessage(tx, ticket, { id: messageId, kind: "message", body, rendered, source: "staff", at });
  await tx.update(tickets).set({ spokenAt: at }).where(eq(tickets.id, ticket.id));
  await recordTicketEvent(tx, {
    ...event,
    type: "ticket.answered",
    data: { messageId, by: "product", ...(rule && { rule }) },
  });
}
