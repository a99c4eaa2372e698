import { sql } from "drizzle-orm";

/** A row of `tickets` is of those who come first, as was found when it was opened. */
export const comesFirst = sql<boolean>`exists (select from escalations
  where escalations.ticket_id = tickets.id and escalations.tier = 2 and escalations.reason = 'vip')`;
