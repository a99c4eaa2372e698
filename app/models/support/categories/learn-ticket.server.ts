import { and, eq, inArray, ne, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { events, learnedCategories, learnedKinds, learnedTerms, learnedTickets, tickets } from "#db/schema";
import type { TicketSource } from "#db/schema/support/tickets";
import { takeTurns } from "../../core/take-turns.server";
import { findQuestion } from "../tickets/find-ticket.server";
import { sharesOf } from "./learn";
import { listTicketCategories } from "./list-categories.server";
import { ownWords } from "./own-words";

/**
 * Brings what was learned of a ticket up to date with it: its category, if somebody of the team has put it right, or answered and
 * left it as somebody chose it; and nothing of tickets that are restricted, spam or deleted. The same again changes nothing.
 */
export async function learnTicketOf(db: Db, { eventId }: { eventId: number }): Promise<void> {
  await db.transaction(async (tx) => {
    const isTaught = or(ne(events.type, "ticket.answered"), isByAgent);
    const { ticketId: about } = events;
    const [event] = await tx
      .select({ about })
      .from(events)
      .where(and(eq(events.id, eventId), isTaught));
    if (!event?.about) return;
    const ticketId = event.about;
    await takeTurns(tx, "learn-ticket");
    const wanted = await findExample(tx, ticketId);
    const [learned] = await tx.select().from(learnedTickets).where(eq(learnedTickets.ticketId, ticketId));
    if (wanted && learned?.categoryId === wanted.categoryId && learned.text === wanted.text) return;
    if (learned) await unlearn(tx, learned);
    if (!wanted) return;
    await tx.insert(learnedTickets).values({ ticketId, ...wanted });
    await add(tx, wanted);
  });
}

/** Takes out what was learned of tickets that are about to be gone. */
export async function unlearnTickets(tx: Db, ticketIds: SQLWrapper): Promise<void> {
  await takeTurns(tx, "learn-ticket");
  const learned = await tx.select().from(learnedTickets).where(inArray(learnedTickets.ticketId, ticketIds));
  for (const one of learned) await unlearn(tx, one);
}

/** Somebody of the team, here. */
const isByAgent = sql`(events.actor_id is not null and events.data ->> 'by' = 'agent')`;

interface Learned {
  categoryId: number;
  text: string;
}

/** Where somebody chooses a category when they ask; of a mail, nobody does. */
const chosenWith: TicketSource[] = ["page", "api", "staff"];

async function findExample(tx: Db, ticketId: string): Promise<Learned | undefined> {
  const happened = (what: SQL) =>
    sql<boolean>`exists (select from events where events.ticket_id = tickets.id and ${what})`;
  const isPutRight = happened(sql`events.type = 'ticket.categorized' and events.actor_id is not null
    and events.data -> 'rule' is null`);
  const isAnswered = happened(sql`events.type = 'ticket.answered' and ${isByAgent}`);
  const { categoryId, source, isRestricted, deletedAt, spamAt } = tickets;
  const [ticket] = await tx
    .select({ categoryId, source, isRestricted, deletedAt, spamAt, isPutRight, isAnswered })
    .from(tickets)
    .where(eq(tickets.id, ticketId));
  if (!ticket || ticket.isRestricted || ticket.deletedAt || ticket.spamAt) return;
  if (!ticket.isPutRight && !(ticket.isAnswered && chosenWith.includes(ticket.source))) return;
  const question = await findQuestion(tx, ticketId);
  if (!question) return;
  const categories = await listTicketCategories(tx, { archived: true });
  return { categoryId: ticket.categoryId, text: ownWords(question, categories) };
}

/** The shares of a text, as a table that a statement can join. */
const sharesIn = (text: string): SQL =>
  sql`json_to_recordset(${JSON.stringify(sharesOf(text))}::json) as given (kind term_kind, term int, share int)`;

const isTerm = sql`${learnedTerms.kind} = given.kind and ${learnedTerms.term} = given.term`;

async function add(tx: Db, { text, categoryId }: Learned): Promise<void> {
  await tx
    .insert(learnedCategories)
    .values({ categoryId, texts: 1 })
    .onConflictDoUpdate({ target: learnedCategories.categoryId, set: { texts: sql`learned_categories.texts + 1` } });
  // Before they are there: terms that no category had.
  await tx.execute(sql`insert into learned_kinds (kind, terms) select given.kind, count(*) from ${sharesIn(text)}
    where not exists (select from ${learnedTerms} where ${isTerm}) group by given.kind
    on conflict (kind) do update set terms = learned_kinds.terms + excluded.terms`);
  await tx.execute(sql`insert into learned_terms (kind, term, category_id, share)
    select given.kind, given.term, ${categoryId}, given.share from ${sharesIn(text)}
    on conflict (kind, term, category_id) do update set share = learned_terms.share + excluded.share`);
}

async function unlearn(tx: Db, { ticketId, text, categoryId }: Learned & { ticketId: string }): Promise<void> {
  await tx.delete(learnedTickets).where(eq(learnedTickets.ticketId, ticketId));
  await tx
    .update(learnedCategories)
    .set({ texts: sql`${learnedCategories.texts} - 1` })
    .where(eq(learnedCategories.categoryId, categoryId));
  const isTheirs = sql`${isTerm} and ${learnedTerms.categoryId} = ${categoryId}`;
  await tx.execute(sql`update ${learnedTerms} set share = ${learnedTerms.share} - given.share
    from ${sharesIn(text)} where ${isTheirs}`);
  await tx.execute(
    sql`delete from ${learnedTerms} using ${sharesIn(text)} where ${isTheirs} and ${learnedTerms.share} <= 0`,
  );
  await tx.execute(sql`update ${learnedKinds} set terms = ${learnedKinds.terms} - gone.terms from (
      select given.kind, count(*) as terms from ${sharesIn(text)}
      where not exists (select from ${learnedTerms} where ${isTerm}) group by given.kind
    ) as gone where gone.kind = ${learnedKinds.kind}`);
}
