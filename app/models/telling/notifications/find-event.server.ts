import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { events } from "#db/schema";
import type { Teller, ToldEvent } from "./teller";

/** An event, if there is one, and who tells of it, if anybody does. */
export async function findToldEvent(
  db: Db,
  tellers: readonly Teller[],
  id: number,
): Promise<{ event: ToldEvent; teller: Teller } | undefined> {
  const [event] = await db.select().from(events).where(eq(events.id, id));
  const teller = event && tellers.find(({ tells }) => event.type in tells);
  return teller && { event: event as unknown as ToldEvent, teller };
}
