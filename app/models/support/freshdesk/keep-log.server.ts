import type { Db } from "#db/client.server";
import { freshdeskLog } from "#db/schema";
import type { LogItem } from "./log";

/** Writes down what was sent or seen, for people to read. */
export async function keepLog(tx: Db, items: LogItem[]): Promise<void> {
  if (items.length === 0) return;
  await tx.insert(freshdeskLog).values(items.map(({ at, ...item }) => ({ ...item, createdAt: at })));
}
