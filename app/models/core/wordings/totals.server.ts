import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { wordingTotals } from "#db/schema";
import { type Visibility, visibility } from "#db/schema/feedback/boards";
import type { Totals } from "./averages";

/** Totals for each visibility. */
export type SplitTotals = Record<Visibility, Totals>;

const nothing = { posts: 0, titleLength: 0, textLength: 0 } satisfies Totals;

export const noTotals = (): SplitTotals => ({ public: { ...nothing }, members: { ...nothing }, staff: { ...nothing } });

const idOf = (one: Visibility): number => visibility.enumValues.indexOf(one) + 1;

/** Totals of all posts of these visibilities. */
export async function findTotals(db: Db, visible: Visibility[]): Promise<Totals> {
  const ids = visible.map(idOf);
  const found = await db.select().from(wordingTotals);
  return found.filter(({ id }) => ids.includes(id)).reduce(plus, nothing);
}

export const plus = (one: Totals, other: Totals): Totals => ({
  posts: one.posts + other.posts,
  titleLength: one.titleLength + other.titleLength,
  textLength: one.textLength + other.textLength,
});

/**
 * Adds to the totals and holds them: until the transaction ends nobody else changes a wording. Resolves to those of what
 * everybody may see, by which all are weighed: an average of more would tell of what is hidden.
 */
export async function addToTotals(tx: Db, more: SplitTotals): Promise<Totals> {
  const rows = visibility.enumValues.map((one) => ({ id: idOf(one), ...more[one] }));
  const totals = await tx
    .insert(wordingTotals)
    .values(rows)
    .onConflictDoUpdate({
      target: wordingTotals.id,
      set: {
        posts: sql`${wordingTotals.posts} + excluded.posts`,
        titleLength: sql`${wordingTotals.titleLength} + excluded.title_length`,
        textLength: sql`${wordingTotals.textLength} + excluded.text_length`,
      },
    })
    .returning();
  const forAll = totals.find(({ id }) => id === idOf("public"));
  if (!forAll) throw new Error("The totals of wordings were not written.");
  return forAll;
}
