import { and, eq, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { events, follows, posts } from "#db/schema";
import { touch } from "../../core/events/touch.server";
import { recount } from "../../feedback/posts/carry-over.server";

/** The id of the user whose account an event deleted. */
export async function findDeletedUserId(db: Db, eventId: number): Promise<string | undefined> {
  const [event] = await db
    .select({ userId: sql<string>`${events.data} ->> 'userId'` })
    .from(events)
    .where(and(eq(events.id, eventId), eq(events.type, "user.deleted")));
  return event?.userId;
}

/** The posts on which somebody who is gone still follows or has lost comments, with their originals. */
export async function listTracedPosts(db: Db, userId: string): Promise<string[]> {
  const found = await rows<{ id: string }>(
    db,
    sql`with traced as (
      select post_id as id from follows where user_id = ${userId}
      union
      select post_id from comments join users on users.id = author_id
        where author_id = ${userId} and comments.deleted_at >= users.deleted_at)
    select id from traced
    union select merged_into from posts where id in (select id from traced) and merged_into is not null`,
  );
  return found.map(({ id }) => id);
}

/** Ends somebody's following of one post and counts afresh; the same again changes nothing. */
export async function forgetOnPost(db: Db, { userId, postId }: { userId: string; postId: string }): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.select({ id: posts.id }).from(posts).where(eq(posts.id, postId)).for("update");
    await tx.delete(follows).where(and(eq(follows.postId, postId), eq(follows.userId, userId)));
    await recount(tx, postId);
    await touch(tx, [`post ${postId}`, "lists discussed"]);
  });
}
