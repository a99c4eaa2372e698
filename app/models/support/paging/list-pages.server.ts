import { desc, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { deliveries, pages, tickets } from "#db/schema";

const { id, reason, action, state, answer, askedAt } = pages;
const number = { year: tickets.year, serial: tickets.serial };
const mostListed = 50;

/** What was and is to be told to PagerDuty, the latest first. Its caller knows that the reader administers the portal. */
export const listPages = (db: Db) =>
  db
    .select({ id, reason, action, state, answer, askedAt, number })
    .from(pages)
    .innerJoin(tickets, eq(tickets.id, pages.ticketId))
    .orderBy(desc(id))
    .limit(mostListed);

/** The pages that nobody got, by the mails that say so. */
export async function findFailedPages(db: Db, deliveryIds: string[]) {
  const found = await db
    .select({ deliveryId: deliveries.id, reason, answer, number })
    .from(deliveries)
    .innerJoin(pages, eq(pages.id, deliveries.pageId))
    .innerJoin(tickets, eq(tickets.id, pages.ticketId))
    .where(inArray(deliveries.id, deliveryIds));
  return new Map(found.map(({ deliveryId, ...page }) => [deliveryId, page]));
}
