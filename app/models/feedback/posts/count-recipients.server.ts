import { and, count, countDistinct, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { boards, follows, posts, users } from "#db/schema";
import { hasNotMuted } from "./not-muted.server";
import { concerned, followersOf, isToBeTold } from "./recipients.server";

interface Merge {
  actorId: string;
  duplicateId: string;
  originalId: string;
}

/** How many people will hear of a merge. */
export async function countRecipientsOfMerge(db: Db, { actorId, duplicateId, originalId }: Merge): Promise<number> {
  const told = concerned(db, [followersOf(duplicateId, sql`level <> 'muted'`)]);
  const [found] = await db
    .with(told)
    .select({ count: count() })
    .from(told)
    .innerJoin(users, eq(users.id, told.userId))
    .innerJoin(posts, eq(posts.id, duplicateId))
    .innerJoin(boards, eq(boards.id, posts.boardId))
    .leftJoin(follows, and(eq(follows.postId, posts.id), eq(follows.userId, users.id)))
    .where(and(isToBeTold(actorId), hasNotMuted(originalId)));
  return found?.count ?? 0;
}

/** How many people will hear of moves of some posts, each counted once. */
export async function countRecipientsOfMoves(db: Db, actorId: string, postIds: string[]): Promise<number> {
  if (postIds.length === 0) return 0;
  const [found] = await db
    .select({ count: countDistinct(users.id) })
    .from(follows)
    .innerJoin(users, eq(users.id, follows.userId))
    .innerJoin(posts, eq(posts.id, follows.postId))
    .innerJoin(boards, eq(boards.id, posts.boardId))
    .where(and(inArray(follows.postId, postIds), isToBeTold(actorId)));
  return found?.count ?? 0;
}
