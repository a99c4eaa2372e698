import { staffTicketPath } from "~/models/support/tickets/ticket-number";
import { medianPair } from "../percentile";
import { longTicket } from "./seed-desk";
import type { Desk } from "./stage";
import { timePage } from "./timing";

/** How long a page takes with few tickets and with many, in milliseconds. */
export interface Growth {
  name: string;
  small: number;
  big: number;
  /** The median of pairs that were asked for one after the other. */
  ratio: number;
}

const ownTickets = "own tickets";

const all = "status=open&status=in_progress&status=waiting&status=resolved&status=closed";

/** The queue in each of its orders, at its beginning and far down, and by each of its filters; and tickets. */
export async function pathsOf(desk: Desk): Promise<Record<string, string>> {
  const year = new Date().getUTCFullYear();
  const queue = (query: string) => `/staff/support?${query}`;
  const since = new Date(Date.now() - 3 * 24 * 60 * 60_000).toISOString().slice(0, 10);
  return {
    "longest unanswered": "/staff/support",
    newest: queue("sort=newest"),
    "by priority": queue("sort=priority"),
    "newest of all": queue(`${all}&sort=newest`),
    "longest unanswered of all": queue(all),
    "all by priority": queue(`${all}&sort=priority`),
    "newest of all, far down": queue(`${all}&sort=newest&after=${await placeAt(desk, 0.4)}`),
    closed: queue("status=closed&sort=newest"),
    "resolved or closed": queue("status=resolved&status=closed&sort=newest"),
    urgent: queue("priority=urgent"),
    "urgent of all, newest": queue(`${all}&priority=urgent&sort=newest`),
    "of a category": queue(`category=${await categoryOf(desk)}`),
    "all of a category": queue(`${all}&category=${await categoryOf(desk)}&sort=newest`),
    "of tier 3": queue("tier=3"),
    mine: queue("assignee=me"),
    "all of mine": queue(`${all}&assignee=me&sort=newest`),
    "nobody's": queue("assignee=none"),
    "of a person": queue(`${all}&requester=person-70@company-70.example`),
    "of a company": queue(`${all}&company=company-70.example&sort=newest`),
    "under way, of a company": queue("company=company-70.example"),
    "with a common tag": queue(`${all}&tag=export&sort=newest`),
    "with a rare tag": queue(`${all}&tag=rare&sort=newest`),
    "of three days": queue(`${all}&from=${since}&sort=newest`),
    "with a rare word": queue(`${all}&q=quetzalcoatl`),
    "with a common word": queue(`${all}&q=update&sort=newest`),
    "with a word of one in three hundred": queue(`${all}&q=E_1234&sort=newest`),
    "with two common words, under way": queue("q=export+team"),
    "with a word of nowhere": queue(`${all}&q=xylophone`),
    held: queue("held=on"),
    "asking for escalation": queue("asked=on"),
    spam: queue("away=spam"),
    "several filters": queue(`${all}&priority=high&category=${await categoryOf(desk)}&assignee=me`),
    "ticket of 4 messages": staffTicketPath({ year, serial: desk.count - 3 }),
    "ticket of 200 messages": staffTicketPath({ year, serial: longTicket.count }),
    [ownTickets]: "/support",
  };
}

async function placeAt({ sql, count }: Desk, share: number): Promise<string> {
  const [row] = await sql<{ id: string; at: Date }[]>`
    select id, created_at as at from tickets where serial = ${Math.round(count * (1 - share))}`;
  if (!row) throw new Error("The desk is not that long.");
  return `-_${row.at.getTime()}_${row.id}`;
}

async function categoryOf({ sql }: Desk): Promise<number> {
  const [row] = await sql<{ id: number }[]>`select id from ticket_categories order by id offset 2 limit 1`;
  return row?.id ?? 0;
}

/** Asks for each page at both desks by turns. */
export async function comparePages(small: Desk, big: Desk): Promise<Growth[]> {
  const [few, many] = [await pathsOf(small), await pathsOf(big)];
  const found: Growth[] = [];
  for (const name of Object.keys(few)) {
    const look = (desk: Desk, paths: Record<string, string>) =>
      timePage(
        desk.app.origin,
        paths[name] ?? "",
        name === ownTickets ? desk.sessions.members[0] : desk.sessions.agent,
      );
    const pairs: [number, number][] = [];
    const end = performance.now() + mostTime;
    for (let round = 0; round < warm + rounds && (round < warm + 3 || performance.now() < end); round++) {
      const pair: [number, number] = [await look(small, few), await look(big, many)];
      if (round >= warm) pairs.push(pair);
    }
    const { first, second, ratio } = medianPair(pairs);
    found.push({ name, small: first, big: second, ratio });
  }
  return found;
}

const rounds = 40;
/** Looks before those that count: after them, the statements are prepared. */
const warm = 8;
/** Milliseconds for one page, after which the rounds that were done are enough. */
const mostTime = 10_000;
