import { eq, sql } from "drizzle-orm";
import { type Database, rows } from "#db/client.server";
import { freshdeskTickets } from "#db/schema";
import type { Freshdesk } from "../../../fakes/freshdesk/freshdesk";
import { type Done, secret } from "./changes";
import { findStatus, type Stage } from "./stage";

/** Links on which the two sides do not agree, in words. */
export async function findDisagreements(database: Database, freshdesk: Freshdesk, { pairs }: Stage, origin: string) {
  const found: string[] = [];
  for (const { number, ticket: id } of pairs) {
    const ticket = freshdesk.ticket(id);
    const [seen] = await database.db.select().from(freshdeskTickets).where(eq(freshdeskTickets.number, id));
    const state = ticket.deleted ? "deleted" : ticket.spam ? "spam" : ticket.merged_into ? "merged" : "here";
    const differ = (what: string, here: unknown, there: unknown) =>
      here === there || found.push(`ticket ${id}: ${what} is ${here} here and ${there} there`);
    differ("state", seen?.state, state);
    differ("status", seen?.status, ticket.status);
    differ("subject", seen?.subject, ticket.subject);
    differ("merged into", seen?.mergedInto ?? null, ticket.merged_into);
    if (state !== "here") continue;
    const status = await findStatus(database, number);
    if (!ticket.tags.includes(`groundswell-${status}`)) found.push(`ticket ${id}: tags ${ticket.tags}, post ${status}`);
    if (!String(ticket.custom_fields.cf_portal_post).startsWith(`${origin}/posts/`))
      found.push(`ticket ${id}: no address`);
  }
  return found;
}

export interface Count {
  arrived: number;
  doubled: number;
  missing: number;
  /** Not written because the ticket took nothing just then. */
  lostAside: number;
}

/** By the words of a move and the ticket: how often they stand there. */
function countTold(freshdesk: Freshdesk): Map<string, Map<number, number>> {
  const told = new Map<string, Map<number, number>>();
  for (const [ticket, said] of freshdesk.account.conversations) {
    for (const [words] of said.flatMap(({ body }) => [...body.matchAll(/Change \d+ of the run\./g)])) {
      const times = told.get(words) ?? new Map<number, number>();
      told.set(words, times.set(ticket, (times.get(ticket) ?? 0) + 1));
    }
  }
  return told;
}

/** How often Freshdesk got what each move had to say; it may stand in several tickets, and once in each. */
export function countWords(freshdesk: Freshdesk, { moves, aside }: Done): Count {
  const count: Count = { arrived: 0, doubled: 0, missing: 0, lostAside: 0 };
  const told = countTold(freshdesk);
  for (const { words, pair } of moves) {
    const times = told.get(words) ?? new Map<number, number>();
    if ([...times.values()].some((many) => many > 1)) count.doubled += 1;
    if (times.has(pair.ticket)) count.arrived += 1;
    else count[aside.has(pair.ticket) ? "lostAside" : "missing"] += 1;
  }
  return count;
}

/** Moves after which Freshdesk mailed customers, and one of them about one ticket more than once. */
export function countReplies(
  freshdesk: Freshdesk,
  { moves }: Done,
): { mailed: number; doubled: number; unwanted: number } {
  const counts = moves.map(({ words, isReply }) => {
    const tickets = freshdesk.account.mails.filter(({ body }) => body.includes(words)).map(({ ticketId }) => ticketId);
    return { isReply, mails: tickets.length, tickets: new Set(tickets).size };
  });
  return {
    mailed: counts.filter(({ mails }) => mails > 0).length,
    doubled: counts.filter(({ mails, tickets }) => mails > tickets).length,
    unwanted: counts.filter(({ isReply, mails }) => !isReply && mails > 0).length,
  };
}

/** Tickets that were wanted, and how many came too often or not at all. */
export function countOpened(freshdesk: Freshdesk, { opened }: Done): { wanted: number; made: number } {
  const subjects = new Set(opened);
  const made = [...freshdesk.account.tickets.values()].filter(
    ({ subject, source }) => source === 2 && subjects.has(subject),
  );
  return { wanted: opened.length, made: made.length };
}

/** Places where something that only agents may read turned up: in our database, or on a page that anybody can open. */
export async function findLeaks({ db }: Database, origin: string, { pairs }: Stage): Promise<string[]> {
  const tables = await rows<{ name: string }>(
    db,
    sql`select tablename as name from pg_tables where schemaname = 'public'`,
  );
  const leaks: string[] = [];
  for (const { name } of tables) {
    const [found] = await rows<{ count: number }>(
      db,
      sql`select count(*)::int as count from ${sql.identifier(name)} t where t::text like ${`%${secret}%`}`,
    );
    if (found?.count) leaks.push(`table ${name}`);
  }
  for (const { number } of pairs) {
    const page = await fetch(`${origin}/posts/${number}`).then((answer) => answer.text());
    if (page.includes(secret) || page.includes("Any news?")) leaks.push(`page ${number}`);
    if (!page.includes(`Idea ${number - 1}`)) leaks.push(`page ${number} was not shown at all`);
  }
  return leaks;
}
