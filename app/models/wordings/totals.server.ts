import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { wordingTotals } from "#db/schema";
import type { Totals } from "./averages";

export async function findTotals(db: Db): Promise<Totals> {
  const [totals] = await db.select().from(wordingTotals);
  return totals ?? { posts: 0, titleLength: 0, textLength: 0 };
}

/** Adds to the totals and holds them: until the transaction ends nobody else changes a wording. */
export async function addToTotals(tx: Db, more: Totals): Promise<Totals> {
  const plus = (column: "posts" | "titleLength" | "textLength") => sql`${wordingTotals[column]} + ${more[column]}::int`;
  const [totals] = await tx
    .insert(wordingTotals)
    .values({ id: 1, ...more })
    .onConflictDoUpdate({
      target: wordingTotals.id,
      set: { posts: plus("posts"), titleLength: plus("titleLength"), textLength: plus("textLength") },
    })
    .returning();
  if (!totals) throw new Error("The totals of wordings were not written.");
  return totals;
}
