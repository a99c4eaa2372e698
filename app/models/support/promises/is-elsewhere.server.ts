import { type SQL, sql } from "drizzle-orm";
import { tickets } from "#db/schema";

/** A ticket is answered by Freshdesk's agents. */
export const isElsewhere: SQL<boolean> = sql<boolean>`(exists (select from freshdesk_handovers
  where freshdesk_handovers.ticket_id = ${tickets}.id)
  and not exists (select from freshdesk_settings where disconnected_at is not null))`;
