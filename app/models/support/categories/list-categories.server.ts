import { asc, eq, isNull } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { ticketCategories } from "#db/schema";

/** What tickets may be about, in the order in which they are offered; those that nobody can choose any more only if asked for. */
export const listTicketCategories = (db: Db, { archived = false } = {}) =>
  db
    .select({
      id: ticketCategories.id,
      key: ticketCategories.key,
      names: ticketCategories.names,
      usualPriority: ticketCategories.usualPriority,
      templates: ticketCategories.templates,
      position: ticketCategories.position,
      archivedAt: ticketCategories.archivedAt,
    })
    .from(ticketCategories)
    .where(archived ? undefined : isNull(ticketCategories.archivedAt))
    .orderBy(asc(ticketCategories.position), asc(ticketCategories.id));

/** What a category is called; also one that nobody can choose any more. */
export async function findTicketCategory(db: Db, id: number) {
  const { key, names } = ticketCategories;
  const [category] = await db.select({ key, names }).from(ticketCategories).where(eq(ticketCategories.id, id));
  return category;
}
