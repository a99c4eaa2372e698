import { and, asc, gt, lte, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { posts } from "#db/schema";
import { listedPosts } from "./visible-posts.server";

const atOnce = 2000;

/** The posts that anybody may read whose numbers lie in a range, some at a time: when they changed last, too. */
export async function* listForRobots(db: Db, { after, until }: { after: number; until: number }) {
  for (let last = after; last < until; ) {
    const some = await db
      .select({
        number: posts.number,
        title: posts.title,
        changedAt: sql`greatest(${posts.createdAt}, ${posts.editedAt}, ${posts.movedAt})`.mapWith(posts.createdAt),
      })
      .from(posts)
      .where(and(listedPosts(db, null), gt(posts.number, last), lte(posts.number, until)))
      .orderBy(asc(posts.number))
      .limit(atOnce);
    yield some;
    if (some.length < atOnce) return;
    last = some.at(-1)?.number ?? until;
  }
}
