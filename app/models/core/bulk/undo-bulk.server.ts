import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { bulkActions } from "#db/schema";
import { DomainError } from "../domain-error";
import type { User } from "../users/viewer";
import type { BulkNoun, Kind } from "./noun";
import { listOutcomes, outcomeOf } from "./outcomes.server";

interface UndoBulk {
  viewer: User;
  id: string;
  at?: Date;
}

/**
 * Takes a bulk action back, once, whoever did it: each item that it changed and that nobody has changed in this respect
 * since. They hear of it as of any other change: a move is followed by a move back. Throws `forbidden` or `notFound`.
 */
export async function undoBulk<K extends Kind>(
  db: Db,
  noun: BulkNoun<K>,
  { viewer, id, at = new Date() }: UndoBulk,
): Promise<void> {
  if (!noun.may(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const isIt = and(eq(bulkActions.id, id), eq(bulkActions.noun, noun.noun));
    const [action] = await tx.select().from(bulkActions).where(isIt).for("update");
    const change = noun.readChange(action?.change ?? "");
    if (!action || !change) throw new DomainError("notFound");
    if (action.undoneAt) return;
    await tx.update(bulkActions).set({ undoneAt: at }).where(isIt);
    const done = (await listOutcomes(tx, noun, { viewer, id })).filter(({ verdict }) => verdict === "changed");
    const before = new Map(done.map((one) => [one.itemId, one.before]));
    await noun.prepareUndo?.(tx, change, [...before.values()]);
    const keys = done.map(({ number }) => number);
    for (const item of await noun.hold(tx, viewer, keys)) {
      const stood = before.get(item.id);
      if (stood === undefined) continue;
      const undoVerdict = await noun.judgeUndo(tx, { change, before: stood, doneAt: action.createdAt }, item);
      if (undoVerdict === "changed") await noun.restore(tx, { viewer, change, before: stood, at }, item);
      const { table } = noun.outcomes;
      await tx
        .update(table)
        .set({ undoVerdict } as never)
        .where(outcomeOf(noun.outcomes, id, item.id));
    }
  });
}
