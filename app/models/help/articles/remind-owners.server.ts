import { and, asc, eq, isNotNull, isNull, lte } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { articles } from "#db/schema";
import { recordEvent } from "../../core/events/record.server";

/** Reminds the owners of articles that are to be looked at again by now, once each. */
export async function remindOwners(db: Db, at: Date): Promise<void> {
  for (let isMore = true; isMore; ) isMore = await remindNext(db, at);
}

/** Resolves to whether there was one. */
async function remindNext(db: Db, at: Date): Promise<boolean> {
  return db.transaction(async (tx) => {
    const { id, number, ownerId, reviewOn, remindedAt, archivedAt } = articles;
    const today = at.toISOString().slice(0, 10);
    const [due] = await tx
      .select({ id, number, ownerId, reviewOn })
      .from(articles)
      .where(and(lte(reviewOn, today), isNull(remindedAt), isNull(archivedAt), isNotNull(ownerId)))
      .orderBy(asc(reviewOn), asc(id))
      .limit(1)
      .for("update");
    if (!due) return false;
    await tx.update(articles).set({ remindedAt: at }).where(eq(id, due.id));
    const data = { articleId: due.id, number: due.number, by: due.reviewOn ?? today };
    await recordEvent(tx, { type: "article.review_due", actorId: null, data, at });
    return true;
  });
}
