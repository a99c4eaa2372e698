import type { TicketLink } from "./links.server";

/** Whoever wrote the others waits no more, or waits in the ticket that took theirs in. */
const standing: unknown[] = [undefined, null, "here", "archived"];

/** How many tickets wait, and from how many companies; each counts once, however often it is linked. */
export function countWaitingTickets(links: Pick<TicketLink, "ticket" | "seen">[]): {
  tickets: number;
  companies: number;
} {
  const waiting = links.filter(({ seen }) => standing.includes(seen?.state));
  const companies = waiting.flatMap(({ seen }) => seen?.companyId ?? []);
  return { tickets: new Set(waiting.map(({ ticket }) => ticket)).size, companies: new Set(companies).size };
}
