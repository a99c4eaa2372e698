import { and, eq, gt, isNotNull, isNull, ne, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { boards, comments, follows, posts, users, votes } from "#db/schema";
import type { NotificationReason } from "#db/schema/telling/deliveries";
import { findMentions } from "../../core/users/mentions";
import { maintainers } from "../../core/users/policy";
import { isCalledSeldom } from "../../telling/notifications/calls.server";
import type { Page, Recipient, ToldEvent } from "../../telling/notifications/teller";
import { boardsVisibleToUsers } from "../boards/visible-boards.server";
import { notMuted } from "./not-muted.server";

/**
 * Of those that an event on a post concerns, a page in the order of their ids. Each cause is a query of `user_id` and
 * `because` (mentioned, replied, watcher, follower). Never who did it, nobody who muted the post or may not see it.
 */
export async function recipientsOfPost(
  db: Db,
  event: ToldEvent,
  { causes, but, after, limit }: Page & { causes: SQL[]; but?: SQL },
): Promise<Recipient[]> {
  const told = concerned(db, causes);
  const postId = event.postId ?? "";
  const commentedAt = sql<Date | null>`(select min(${comments.createdAt}) from ${comments}
    where ${comments.postId} = ${posts.id} and ${comments.authorId} = ${users.id} and ${comments.deletedAt} is null
      and ${comments.createdAt} < ${event.createdAt.toISOString()})`.mapWith(comments.createdAt);
  const found = await db
    .with(told)
    .select({
      userId: users.id,
      email: users.email,
      mailPace: users.mailPace,
      movesInDigest: users.movesInDigest,
      digestHour: users.digestHour,
      digestDay: users.digestDay,
      timeZone: users.timeZone,
      because: told.because,
      isAuthor: sql<boolean>`${posts.authorId} = ${users.id}`,
      postedAt: posts.createdAt,
      votedAt: votes.createdAt,
      followedAt: follows.createdAt,
      commentedAt,
    })
    .from(told)
    .innerJoin(users, eq(users.id, told.userId))
    .innerJoin(posts, eq(posts.id, postId))
    .innerJoin(boards, eq(boards.id, posts.boardId))
    .leftJoin(votes, and(eq(votes.postId, posts.id), eq(votes.userId, users.id)))
    .leftJoin(follows, and(eq(follows.postId, posts.id), eq(follows.userId, users.id)))
    .where(and(isToBeTold(event.actorId), but, after ? gt(users.id, after) : undefined))
    .orderBy(users.id)
    .limit(limit);
  return found.map(({ because, isAuthor, postedAt, votedAt, followedAt, commentedAt, email, ...person }) => ({
    ...person,
    email: email ?? "",
    ...reasonOf(because, {
      author: isAuthor ? postedAt : null,
      voter: votedAt,
      commenter: commentedAt,
      follower: followedAt,
    }),
  }));
}

/** A condition on rows of `users`, with the post, its board and how they follow it. */
export const isToBeTold = (actorId: string | null): SQL | undefined =>
  and(
    actorId ? ne(users.id, actorId) : undefined,
    notMuted,
    isNotNull(users.email),
    isNull(users.blockedAt),
    boardsVisibleToUsers(),
  );

/** Followers of a post whose level meets the condition. */
export const followersOf = (postId: string | null, level: SQL): SQL =>
  sql`select user_id, 'follower' as because from follows where post_id = ${postId} and ${level}`;

/** Who is mentioned in what somebody wrote, as HTML; nobody too often by the same person. */
export function mentionedIn(html: string, event: ToldEvent, { amongTeam = false } = {}): SQL[] {
  const handles = findMentions(html);
  if (handles.length === 0) return [];
  const mayKnow = amongTeam ? sql`and role in ${maintainers}` : sql``;
  return [
    sql`select id as user_id, 'mentioned' as because from users where handle in ${handles} ${mayKnow}
      and ${isCalledSeldom(event)}`,
  ];
}

type Reason = { reason: NotificationReason; since: Date | null };

/** Being spoken to comes first; else what the person did first on the post. */
function reasonOf(because: string, did: Record<"author" | "voter" | "commenter" | "follower", Date | null>): Reason {
  if (because !== "follower") return { reason: because as NotificationReason, since: null };
  for (const reason of ["author", "voter", "commenter"] as const) {
    if (did[reason]) return { reason, since: did[reason] };
  }
  return { reason: "follower", since: did.follower };
}

/** Ids with the strongest cause for each: mentioned, replied, watcher, follower. */
export function concerned(db: Db, causes: SQL[]) {
  const nobody = sql`select id as user_id, 'follower' as because from users where false`;
  const all = causes.length > 0 ? sql.join(causes, sql` union all `) : nobody;
  const strongest = sql<string>`(array_agg(because order by array_position(${causeOrder}, because)))[1]`;
  return db
    .$with("told", {
      userId: sql<string>`user_id`.as("user_id"),
      because: sql<string>`because`.as("because"),
    })
    .as(sql`select user_id, ${strongest} as because from (${all}) as causes group by user_id`);
}

const causeOrder = sql.raw("array['mentioned', 'replied', 'watcher', 'follower']");
