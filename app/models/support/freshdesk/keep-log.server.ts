import type { Db } from "#db/client.server";
import { freshdeskLog } from "#db/schema";
import type { LogEntry } from "./log";

/** Writes down what was sent or seen, for people to read. */
export async function keepLog(tx: Db, entries: LogEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx.insert(freshdeskLog).values(entries.map(({ at, ...entry }) => ({ ...entry, createdAt: at })));
}
