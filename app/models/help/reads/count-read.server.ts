import { and, eq, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { articles } from "#db/schema";
import { touch } from "../../core/events/touch.server";
import type { Viewer } from "../../core/users/viewer";
import { isShown, visibleArticles } from "../articles/visible-articles.server";

/**
 * Counts that somebody has read an article, where they may. What is read most is found anew with the first reader of each article
 * on each day: that it is a few hours old harms nobody.
 */
export async function countRead(
  db: Db,
  { viewer, number, at = new Date() }: { viewer: Viewer; number: number; at?: Date },
): Promise<void> {
  const read = db
    .select({ id: articles.id, day: sql<string>`${at.toISOString().slice(0, 10)}::date`.as("day") })
    .from(articles)
    .where(and(eq(articles.number, number), visibleArticles(viewer), isShown));
  const [counted] = await rows<{ count: number }>(
    db,
    sql`with read as (${read}),
      warmed as (insert into article_popularity (article_id, heat) select id, ${heatAt(at)} from read
        on conflict (article_id) do update set heat = greatest(article_popularity.heat, excluded.heat)
          + ln(1 + exp(-least(abs(article_popularity.heat - excluded.heat), 100))))
      insert into article_reads (article_id, day, count) select id, day, 1 from read
      on conflict (article_id, day) do update set count = article_reads.count + 1 returning count`,
  );
  if (counted?.count === 1) await touch(db, ["most read"]);
}

/** In which a read comes to count half as much. */
const halfLife = 14 * 24 * 60 * 60_000;

/** What one read counts, as a logarithm: a later one counts more. */
const heatAt = (at: Date) => sql`${(at.getTime() / halfLife) * Math.LN2}::double precision`;
