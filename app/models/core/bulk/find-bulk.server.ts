import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { bulkActions, users } from "#db/schema";
import { DomainError } from "../domain-error";
import type { User } from "../users/viewer";
import type { BulkNoun, Kind } from "./noun";
import { listOutcomes } from "./outcomes.server";

/** What a bulk action did, item by item, and whether it was undone. Throws `forbidden`. */
export async function findBulk<K extends Kind>(
  db: Db,
  noun: BulkNoun<K>,
  { viewer, id }: { viewer: User; id: string },
) {
  if (!noun.may(viewer)) throw new DomainError("forbidden");
  const { change: written, createdAt, undoneAt } = bulkActions;
  const [action] = await db
    .select({ written, createdAt, undoneAt, by: users.name })
    .from(bulkActions)
    .innerJoin(users, eq(users.id, bulkActions.actorId))
    .where(and(eq(bulkActions.id, id), eq(bulkActions.noun, noun.noun)));
  const change = noun.readChange(action?.written ?? "");
  if (!action || !change) return;
  const outcomes = await listOutcomes(db, noun, { viewer, id });
  const items = outcomes.map(({ number, title, verdict, undoVerdict }) => ({ number, title, verdict, undoVerdict }));
  const { by, createdAt: at } = action;
  return { change, by, createdAt: at, undoneAt: action.undoneAt, items };
}
