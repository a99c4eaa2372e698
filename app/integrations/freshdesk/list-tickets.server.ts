import { FreshdeskError } from "./freshdesk-error";
import type { Priority } from "./pacer.server";
import { hasNext, read } from "./read-rows";
import { type Connection, send } from "./send.server";
import { type Ticket, ticketShape } from "./shapes";

export interface TicketPage {
  /** By the time of their last update; the same ticket may come again with a later one. */
  tickets: Ticket[];
  /** Everything updated before that has been seen: where to go on after a stop. */
  upTo: Date;
}

export interface ListOptions {
  /** What is wanted beside the ticket; each makes a page cost two calls more. */
  include?: ("requester" | "description")[];
  priority?: Priority;
}

type Filter = { filter?: "deleted" | "spam"; email?: string };

const second = 1000;
const pageSize = 100;
const lastPage = 300;

/**
 * Tickets updated since then, oldest update first, a page at a time. Each page asks anew from the last update that
 * was seen, a second earlier, instead of for the next page: pages shift when a ticket on them is updated meanwhile,
 * and none is beyond Freshdesk's last. Pages are turned only where one second has more tickets than a page.
 */
export async function* listTickets(
  connection: Connection,
  since: Date,
  { filter, email }: Filter,
  { include = [], priority = "background" }: ListOptions = {},
): AsyncGenerator<TicketPage> {
  let from = Math.floor(since.getTime() / second) * second;
  let page = 1;
  let seen = new Map<number, number>();
  for (;;) {
    const query = { filter, email, updated_since: isoSeconds(from), page, include: include.join(",") || undefined };
    const { tickets, isLast, isPastEnd } = await getPage(connection, query, include.length, priority);
    const latest = tickets.at(-1)?.updatedAt.getTime() ?? from;
    yield {
      tickets: tickets.filter(({ id, updatedAt }) => seen.get(id) !== updatedAt.getTime()),
      upTo: new Date(latest),
    };
    if (isLast) return;
    for (const { id, updatedAt } of tickets) seen.set(id, updatedAt.getTime());
    if (latest - second > from) [from, page] = [latest - second, 1];
    else if (!isPastEnd && page < lastPage) page += 1;
    else {
      connection.log?.warn({ second: isoSeconds(from) }, "more tickets changed in one second than Freshdesk lists");
      [from, page] = [from + second, 1];
    }
    seen = new Map([...seen].filter(([, at]) => at >= from));
  }
}

async function getPage(
  connection: Connection,
  query: Record<string, string | number | undefined>,
  extras: number,
  priority: Priority,
): Promise<{ tickets: Ticket[]; isLast: boolean; isPastEnd: boolean }> {
  try {
    const { json, headers } = await send(connection, {
      method: "GET",
      path: "/tickets",
      query: { ...query, order_by: "updated_at", order_type: "asc", per_page: pageSize },
      priority,
      cost: 1 + 2 * extras,
      endpoint: "list",
    });
    return { tickets: read(ticketShape.array(), json), isLast: !hasNext(headers), isPastEnd: false };
  } catch (error) {
    if (!(error instanceof FreshdeskError && error.problems.some(({ field }) => field === "page"))) throw error;
    return { tickets: [], isLast: false, isPastEnd: true };
  }
}

function isoSeconds(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, "Z");
}
