import { sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { type Visibility, visibility } from "#db/schema/feedback/boards";
import { countFor } from "../search-index/count-column.server";

interface Terms {
  terms: number[];
  /** Who may see the post; nobody where it is deleted. */
  visibility: Visibility | null;
}

/** For whoever holds the totals: counts the posts of each term anew after some have changed. */
export async function changeCounts(tx: Db, before: Terms[], after: Terms[]): Promise<void> {
  const changes = new Map<number, number[]>();
  const add = (some: Terms[], by: number) => {
    for (const { terms, visibility: seen } of some) {
      if (!seen) continue;
      const place = visibility.enumValues.indexOf(seen);
      for (const term of terms) {
        const change = changes.get(term) ?? [0, 0, 0];
        change[place] = (change[place] ?? 0) + by;
        changes.set(term, change);
      }
    }
  };
  add(before, -1);
  add(after, 1);
  const changed = [...changes].filter(([, by]) => by.some((one) => one !== 0));
  if (changed.length === 0) return;
  const by = (place: number) => arrayOf(changed.map(([, change]) => change[place] ?? 0));
  await tx.execute(sql`
    insert into term_counts as old (term, public_posts, members_posts, staff_posts)
    select * from unnest(${arrayOf(changed.map(([term]) => term))}::int[],
      ${by(0)}::int[], ${by(1)}::int[], ${by(2)}::int[])
    on conflict (term) do update set public_posts = old.public_posts + excluded.public_posts,
      members_posts = old.members_posts + excluded.members_posts, staff_posts = old.staff_posts + excluded.staff_posts`);
}

/** In how many posts of those that somebody may see each of these terms is. */
export async function findCounts(db: Db, visible: Visibility[], terms: number[]): Promise<Map<number, number>> {
  const found = await rows<{ term: number; posts: number }>(
    db,
    sql`select term, ${countFor(visible)} as posts from term_counts where term = any(${arrayOf(terms)}::int[])`,
  );
  return new Map(found.map(({ term, posts }) => [term, posts]));
}

/** An array as one parameter. */
export const arrayOf = (numbers: number[]): string => `{${numbers.join(",")}}`;
