import { and, arrayContains, eq, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { alias, type PgTable } from "drizzle-orm/pg-core";
import { isAnyOf } from "#db/any-of.server";
import { type Db, plannedByValues, rows } from "#db/client.server";
import { ticketMessages, tickets } from "#db/schema";
import { mayHandleTickets } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { listedTickets } from "./visible-tickets.server";

/** Up to so many tickets are looked up by what they have in common; of more, some are met on the way through the list. */
const mostLookedUp = 2000;
/** Where the database expects more than so many of a table, and such a share of it, nobody looks. */
const expectedMost = { rows: 20_000, share: 1 / 200 };

/** A condition on rows of `tickets`. */
export interface Narrowed {
  where: SQL | undefined;
  /** Each ticket is tested in its turn: it takes time to count many. */
  isMet: boolean;
}

/**
 * The words are in the subject or in one of the messages, those of merged tickets too. Whoever is not of the team finds by what they
 * may read alone.
 */
export async function narrowByWords(db: Db, viewer: User, text: string): Promise<Narrowed> {
  const isTeam = mayHandleTickets(viewer);
  // Of somebody's own tickets there are few, and they do not wait for a look at everybody's.
  const ids = isTeam ? await lookUpWords(db, searched(text)) : undefined;
  if (ids) return { where: isAnyOf(tickets.id, ids), isMet: false };
  return { where: await meetsWords(db, text, isTeam), isMet: true };
}

/** The tag is one of the ticket's. */
export async function narrowByTag(db: Db, tag: string): Promise<SQL | undefined> {
  const found = db
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(hasTag(tag), listedTickets()));
  const ids = (await isCommon(db, found, tickets)) ? undefined : await idsOf(db, found);
  return ids ? isAnyOf(tickets.id, ids) : hasTag(tag);
}

export const hasTag = (tag: string): SQL => arrayContains(tickets.tags, [tag]);

const searched = (text: string): SQL => sql`plainto_tsquery('simple', ${text})`;

const subjectSays = (asked: SQL): SQL => sql`to_tsvector('simple', ${tickets.subject}) @@ ${asked}`;

const messageSays = (asked: SQL): SQL =>
  sql`to_tsvector('simple', left(${ticketMessages.bodyMarkdown}, 100000)) @@ ${asked}`;

/** Undefined where there are many. */
async function lookUpWords(db: Db, asked: SQL): Promise<string[] | undefined> {
  const messages = db
    .select({ id: sql<string>`coalesce(merged.merged_into, ${ticketMessages.ticketId})`.as("id") })
    .from(ticketMessages)
    .innerJoin(alias(tickets, "merged"), sql`merged.id = ${ticketMessages.ticketId}`)
    .where(messageSays(asked));
  if (await isCommon(db, messages, ticketMessages)) return;
  const subjects = db.select({ id: tickets.id }).from(tickets).where(subjectSays(asked));
  const [bySubject, byMessage] = [await idsOf(db, subjects), await idsOf(db, messages)];
  return bySubject && byMessage && [...new Set([...bySubject, ...byMessage])];
}

/** All at once, however few a plan would hope to need. */
async function idsOf(db: Db, some: SQLWrapper): Promise<string[] | undefined> {
  const found = await rows<{ id: string }>(
    db,
    sql`with found as materialized (${some}) select id from found limit ${mostLookedUp + 1}`,
  );
  return found.length > mostLookedUp ? undefined : found.map(({ id }) => id);
}

/** By what the database knows of the whole table, which is little of what is rare in it: what it guesses is never a large share. */
async function isCommon(db: Db, some: SQLWrapper, table: PgTable): Promise<boolean> {
  const [expected, all] = [await countExpected(db, some), await countExpected(db, sql`select from ${table}`)];
  return expected > Math.max(expectedMost.rows, all * expectedMost.share);
}

async function countExpected(db: Db, some: SQLWrapper): Promise<number> {
  const explained = sql`${plannedByValues}explain (format json) ${some}`;
  const [row] = await rows<{ "QUERY PLAN": [{ Plan: { "Plan Rows": number } }] }>(db, explained);
  return row?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? 0;
}

/** The words that a text is found by. */
async function lexemesOf(db: Db, text: string): Promise<string[]> {
  const asked = sql`select to_json(tsvector_to_array(to_tsvector('simple', ${text}))) as lexemes`;
  const [row] = await rows<{ lexemes: string[] }>(db, asked);
  return row?.lexemes ?? [];
}

/** A subquery with a limit is asked for each ticket, not turned into a list of all there are. */
async function meetsWords(db: Db, text: string, isTeam: boolean): Promise<SQL | undefined> {
  const asked = searched(text);
  // Most messages do not have the letters, which is seen ten times sooner than that they do not have the words.
  const letters = sql`lower(left(${ticketMessages.bodyMarkdown}, 100000))`;
  const hasLetters = (await lexemesOf(db, text)).map((word) => sql`position(${word} in ${letters}) > 0`);
  const isReadable = isTeam ? undefined : eq(ticketMessages.kind, "message");
  const says = and(...hasLetters, messageSays(asked), isReadable);
  const own = db
    .select({ isThere: sql`true` })
    .from(ticketMessages)
    .where(and(sql`ticket_messages.ticket_id = ${tickets.id}`, says))
    .limit(1);
  const merged = alias(tickets, "merged");
  const ofMerged = db
    .select({ isThere: sql`true` })
    .from(merged)
    .innerJoin(ticketMessages, eq(ticketMessages.ticketId, merged.id))
    .where(and(eq(merged.mergedInto, tickets.id), says))
    .limit(1);
  return or(subjectSays(asked), sql`(${own}) is true`, sql`(${ofMerged}) is true`);
}
