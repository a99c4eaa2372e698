import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { revisions } from "#db/schema";
import { compareTexts } from "../../core/text/compare-texts.server";
import { plainDiff } from "./plain-diff";
import { comparable, type StoredChange, textsAround } from "./texts-after.server";

const stride = 10;
/** Characters of a text: no field takes more. */
const longest = 300_000;

/**
 * Compares changes that were stored without: by an older version, by an import, or while the thread was busy. A stride
 * of them; resolves to whether there may be more.
 */
export async function compareStored(db: Db): Promise<boolean> {
  const found = await db
    .select({ id: revisions.id })
    .from(revisions)
    .where(isNull(revisions.diff))
    .orderBy(asc(revisions.id))
    .limit(stride);
  const changes = await textsAround(
    db,
    found.map(({ id }) => id),
    longest,
  );
  let compared = 0;
  for (const { id } of found) compared += (await compareOne(db, id, changes.get(id) ?? [])) ? 1 : 0;
  return found.length === stride && compared === stride;
}

async function compareOne(db: Db, id: number, changes: StoredChange[]): Promise<boolean> {
  const diff = await compareTexts(comparable(changes));
  if (!diff) return false;
  const removed = changes.filter(({ after }) => after === null);
  const shortened = removed.map((change) => ({ ...change, before: change.before.slice(0, 5000).toWellFormed() }));
  await db
    .update(revisions)
    .set({ diff: { ...diff, ...plainDiff(shortened) } })
    // What somebody removed meanwhile stays removed.
    .where(and(eq(revisions.id, id), isNull(revisions.diff), sql`${revisions.removedAt} is null`));
  return true;
}
