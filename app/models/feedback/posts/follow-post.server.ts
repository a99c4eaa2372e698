import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { follows, posts } from "#db/schema";
import type { FollowLevel } from "#db/schema/feedback/posts";
import { recordEvent } from "../../core/events/record.server";
import type { User } from "../../core/users/viewer";
import { countsAsFollower } from "./follow-level";
import { holdLivePost } from "./hold-post.server";

interface Follow {
  viewer: User;
  number: number;
  level: FollowLevel;
  at?: Date;
}

/** Chooses how much to hear of a post, or nothing (`muted`). Throws `notFound` or `postMerged`. */
export async function followPost(db: Db, { viewer, number, level, at = new Date() }: Follow): Promise<void> {
  await db.transaction(async (tx) => {
    const post = await holdLivePost(tx, viewer, number);
    await setFollowLevel(tx, { postId: post.id, userId: viewer.id, level, at });
  });
}

/** The same where it is clear already that the person may. The post is held by the caller. */
export async function setFollowLevel(
  tx: Db,
  { postId, userId, level, at }: { postId: string; userId: string; level: FollowLevel; at: Date },
): Promise<void> {
  const key = and(eq(follows.postId, postId), eq(follows.userId, userId));
  const [current] = await tx.select({ level: follows.level }).from(follows).where(key);
  if (current?.level === level) return;
  await tx
    .insert(follows)
    .values({ postId, userId, level, createdAt: at })
    .onConflictDoUpdate({ target: [follows.postId, follows.userId], set: { level, mergedFrom: null } });
  await changeFollowerCount(tx, postId, Number(countsAsFollower(level)) - Number(countsAsFollower(current?.level)));
  const data = { from: current?.level ?? null, to: level };
  await recordEvent(tx, { type: "post.followed", actorId: userId, postId, data, at });
}

/**
 * What posting (at `everything`), voting and commenting (at `milestones`) do: follow, unless the person has
 * chosen a level before, be it `muted`. The post is held by the caller.
 */
export async function followOnTheWay(
  tx: Db,
  { postId, userId, level = "milestones", at }: { postId: string; userId: string; level?: FollowLevel; at: Date },
) {
  const [followed] = await tx
    .insert(follows)
    .values({ postId, userId, level, createdAt: at })
    // Whoever takes part in an original follows it in their own right, whatever becomes of its duplicates.
    .onConflictDoUpdate({
      target: [follows.postId, follows.userId],
      set: { mergedFrom: null },
      setWhere: isNotNull(follows.mergedFrom),
    })
    .returning({ isNew: sql<boolean>`xmax = 0` });
  if (followed?.isNew) await changeFollowerCount(tx, postId, 1);
}

async function changeFollowerCount(tx: Db, postId: string, change: number): Promise<void> {
  if (change === 0) return;
  await tx
    .update(posts)
    .set({ followerCount: sql`${posts.followerCount} + ${change}` })
    .where(eq(posts.id, postId));
}
