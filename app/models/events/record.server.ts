import type { Db } from "#db/client.server";
import { events } from "#db/schema";
import type { NewEvent } from "./types";

/** Writes down what happened, in the transaction that made it happen. */
export async function recordEvent(tx: Db, { at, ...event }: NewEvent): Promise<void> {
  await tx.insert(events).values({ ...event, createdAt: at });
}
