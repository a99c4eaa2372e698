import { eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { deliveries, events } from "#db/schema";

/** What mails about ways to sign in tell, by the id of the mail. */
export async function findSignInChanges(db: Db, ids: string[]) {
  const found = await db
    .select({ id: deliveries.id, type: events.type, data: events.data })
    .from(deliveries)
    .innerJoin(events, eq(events.id, deliveries.eventId))
    .where(inArray(deliveries.id, ids));
  return new Map(found.map(({ id, ...change }) => [id, change]));
}
