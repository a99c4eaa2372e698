import type { Db } from "#db/client.server";
import { enqueue } from "#db/queue.server";
import { askForFreshdeskTickets } from "./ask-for-tickets.server";

/** Something happened to these tickets; to some ticket, where nobody can tell to which. */
export async function reportFreshdeskTickets(db: Db, numbers: number[], at = new Date()): Promise<void> {
  if (numbers.length > 0) await db.transaction((tx) => askForFreshdeskTickets(tx, { numbers, at }));
  else await enqueue(db, [{ name: "reconcile-freshdesk", data: {} }]);
}
