import { eq, inArray, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { posts } from "#db/schema";
import type { FollowLevel } from "#db/schema/feedback/posts";
import { setFollowLevel } from "./follow-post.server";

interface MutePost {
  userId: string;
  postId: string;
  at?: Date;
}

/**
 * Mutes a post for somebody, and its original if it has become a duplicate: the same news would come from there.
 * Whoever proved that they may; whether they still see the post does not matter.
 */
export async function mutePost(db: Db, mute: MutePost): Promise<void> {
  await chooseLevel(db, { ...mute, level: "muted" });
}

/** Takes it back. */
export async function unmutePost(db: Db, { level, ...mute }: MutePost & { level: FollowLevel }): Promise<void> {
  await chooseLevel(db, { ...mute, level });
}

async function chooseLevel(
  db: Db,
  { userId, postId, level, at = new Date() }: MutePost & { level: FollowLevel },
): Promise<void> {
  await db.transaction(async (tx) => {
    const original = sql`(select merged_into from ${posts} where id = ${postId})`;
    const held = await tx
      .select({ id: posts.id })
      .from(posts)
      .where(or(eq(posts.id, postId), inArray(posts.id, original)))
      // The original first, as whoever merges holds them.
      .orderBy(sql`merged_into is not null`)
      .for("update");
    for (const { id } of held) await setFollowLevel(tx, { postId: id, userId, level, at });
  });
}
