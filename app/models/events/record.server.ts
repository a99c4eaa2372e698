import type { Db } from "#db/client.server";
import { events } from "#db/schema";
import type { NewEvent } from "./types";

/** Writes down what happened, in the transaction that made it happen. */
export async function recordEvent(tx: Db, event: NewEvent): Promise<void> {
  await recordEvents(tx, [event]);
}

/** The same for several, in their order. */
export async function recordEvents(tx: Db, several: NewEvent[]): Promise<void> {
  if (several.length === 0) return;
  await tx.insert(events).values(several.map(({ at, ...event }) => ({ ...event, createdAt: at })));
}
