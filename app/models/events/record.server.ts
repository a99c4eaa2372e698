import type { Db } from "#db/client.server";
import { enqueue } from "#db/queue.server";
import { events } from "#db/schema";
import { consequences } from "./consequences";
import type { NewEvent } from "./types";

/** Writes down what happened, and what follows from it, in the transaction that made it happen. */
export async function recordEvent(tx: Db, event: NewEvent): Promise<void> {
  await recordEvents(tx, [event]);
}

/** The same for several, in their order. */
export async function recordEvents(tx: Db, several: NewEvent[]): Promise<void> {
  if (several.length === 0) return;
  const rows = several.map(({ at, ...event }) => ({ ...event, createdAt: at }));
  const ids = await tx.insert(events).values(rows).returning({ id: events.id });
  const jobs = several.flatMap(({ type }, i) =>
    consequences[type].map((name) => ({ name, data: { eventId: ids[i]?.id } })),
  );
  await enqueue(tx, jobs);
}
