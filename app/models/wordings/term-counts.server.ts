import { sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";

interface Terms {
  terms: number[];
}

/** For whoever holds the totals: counts the posts of each term anew after some have changed. */
export async function changeCounts(tx: Db, before: Terms[], after: Terms[]): Promise<void> {
  const changes = new Map<number, number>();
  const add = (some: Terms[], by: number) => {
    for (const term of some.flatMap(({ terms }) => terms)) changes.set(term, (changes.get(term) ?? 0) + by);
  };
  add(before, -1);
  add(after, 1);
  const changed = [...changes].filter(([, by]) => by !== 0);
  if (changed.length === 0) return;
  const terms = arrayOf(changed.map(([term]) => term));
  const by = arrayOf(changed.map(([, change]) => change));
  await tx.execute(sql`
    insert into term_counts (term, posts) select * from unnest(${terms}::int[], ${by}::int[])
    on conflict (term) do update set posts = term_counts.posts + excluded.posts`);
}

/** In how many posts each of these terms is. */
export async function findCounts(db: Db, terms: number[]): Promise<Map<number, number>> {
  const found = await rows<{ term: number; posts: number }>(
    db,
    sql`select term, posts from term_counts where term = any(${arrayOf(terms)}::int[])`,
  );
  return new Map(found.map(({ term, posts }) => [term, posts]));
}

/** An array as one parameter. */
export const arrayOf = (numbers: number[]): string => `{${numbers.join(",")}}`;
