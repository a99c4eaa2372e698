import { and, count, countDistinct, eq, gt, inArray, isNotNull, isNull, ne, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { boards, bugDetails, comments, events, follows, notes, posts, users, votes } from "#db/schema";
import type { NotificationReason } from "#db/schema/deliveries";
import { boardsVisibleToUsers } from "../boards/visible-boards.server";
import type { EventData } from "../events/types";
import { notMuted } from "../posts/not-muted.server";
import { findMentions } from "../users/mentions";
import { maintainers } from "../users/policy";

type ToldType =
  | "post.submitted"
  | "post.status_changed"
  | "post.merged"
  | "post.assigned"
  | "comment.submitted"
  | "note.added";

/** An event that people are told of. */
export type ToldEvent = {
  [Type in ToldType]: {
    type: Type;
    id: number;
    actorId: string | null;
    postId: string;
    commentId: string | null;
    data: EventData[Type];
    createdAt: Date;
  };
}[ToldType];

export async function findToldEvent(db: Db, id: number): Promise<ToldEvent | undefined> {
  const [event] = await db.select().from(events).where(eq(events.id, id));
  return event as ToldEvent | undefined;
}

export type Recipient = Awaited<ReturnType<typeof findRecipients>>[number];

/**
 * Whom an event concerns, a page of them in the order of their ids: followers at the level that fits, who was
 * answered, mentioned or given the post, who watches the board. Never the actor, nobody who muted the post (or
 * the original that it is merged into) or may not see it.
 */
export async function findRecipients(db: Db, event: ToldEvent, { after, limit }: { after?: string; limit: number }) {
  const told = await findConcerned(db, event);
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
    .innerJoin(posts, eq(posts.id, event.postId))
    .innerJoin(boards, eq(boards.id, posts.boardId))
    .leftJoin(votes, and(eq(votes.postId, posts.id), eq(votes.userId, users.id)))
    .leftJoin(follows, and(eq(follows.postId, posts.id), eq(follows.userId, users.id)))
    .where(and(isToBeTold(event), after ? gt(users.id, after) : undefined))
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

/** How many people will hear of a merge. */
export async function countRecipientsOfMerge(
  db: Db,
  { actorId, duplicateId, originalId }: { actorId: string; duplicateId: string; originalId: string },
): Promise<number> {
  const about = { actorId, postId: duplicateId, commentId: null, data: { originalId, mergeId: "" } };
  const event: ToldEvent = { type: "post.merged", id: 0, createdAt: new Date(), ...about };
  const told = await findConcerned(db, event);
  const [found] = await db
    .with(told)
    .select({ count: count() })
    .from(told)
    .innerJoin(users, eq(users.id, told.userId))
    .innerJoin(posts, eq(posts.id, event.postId))
    .innerJoin(boards, eq(boards.id, posts.boardId))
    .leftJoin(follows, and(eq(follows.postId, posts.id), eq(follows.userId, users.id)))
    .where(isToBeTold(event));
  return found?.count ?? 0;
}

/** How many people will hear of moves of some posts, each counted once. */
export async function countRecipientsOfMoves(db: Db, actorId: string, postIds: string[]): Promise<number> {
  if (postIds.length === 0) return 0;
  const move = {
    id: 0,
    postId: "",
    commentId: null,
    createdAt: new Date(),
    data: {} as EventData["post.status_changed"],
  };
  const [found] = await db
    .select({ count: countDistinct(users.id) })
    .from(follows)
    .innerJoin(users, eq(users.id, follows.userId))
    .innerJoin(posts, eq(posts.id, follows.postId))
    .innerJoin(boards, eq(boards.id, posts.boardId))
    .where(and(inArray(follows.postId, postIds), isToBeTold({ type: "post.status_changed", actorId, ...move })));
  return found?.count ?? 0;
}

function isToBeTold(event: ToldEvent): SQL | undefined {
  return and(
    event.actorId ? ne(users.id, event.actorId) : undefined,
    notMuted,
    event.type === "post.merged" ? hasNotMuted(event.data.originalId) : undefined,
    isNotNull(users.email),
    isNull(users.blockedAt),
    boardsVisibleToUsers(),
  );
}

const hasNotMuted = (postId: string): SQL => sql`not exists (select from follows as muted
  where muted.post_id = ${postId} and muted.user_id = ${users.id} and muted.level = 'muted')`;

type Told = { reason: NotificationReason; since: Date | null };

/** Being spoken to comes first; else what the person did first on the post. */
function reasonOf(because: string, did: Record<"author" | "voter" | "commenter" | "follower", Date | null>): Told {
  if (because !== "follower") return { reason: because as NotificationReason, since: null };
  for (const reason of ["author", "voter", "commenter"] as const) {
    if (did[reason]) return { reason, since: did[reason] };
  }
  return { reason: "follower", since: did.follower };
}

/** Ids with the strongest cause for each: mentioned, replied, watcher, follower. */
async function findConcerned(db: Db, event: ToldEvent) {
  const causes = [...(await speakTo(db, event)), followersOf(event)].filter((cause) => cause !== undefined);
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

function followersOf(event: ToldEvent): SQL | undefined {
  if (event.type === "post.assigned" || event.type === "note.added") return;
  if (event.type === "post.submitted") {
    return sql`select user_id, 'watcher' as because from board_watchers
      where board_id = (select board_id from posts where id = ${event.postId})`;
  }
  const level = event.type === "comment.submitted" ? sql`level = 'everything'` : sql`level <> 'muted'`;
  return sql`select user_id, 'follower' as because from follows where post_id = ${event.postId} and ${level}`;
}

async function speakTo(db: Db, event: ToldEvent): Promise<SQL[]> {
  if (event.type === "post.assigned") {
    return [sql`select id as user_id, 'mentioned' as because from users where id = ${event.data.to}`];
  }
  const handles = findMentions(await findHtml(db, event));
  const mayKnow = event.type === "note.added" ? sql`and role in ${maintainers}` : sql``;
  const causes = handles.length
    ? [
        sql`select id as user_id, 'mentioned' as because from users where handle in ${handles} ${mayKnow}
        and (${callsAround(event)}) < ${mostCalls.count}`,
      ]
    : [];
  if (event.type !== "comment.submitted" || !event.data.parentId) return causes;
  return [
    ...causes,
    sql`select users.id as user_id, 'replied' as because from comments join users on users.id = author_id
      where comments.id = ${event.data.parentId} and (${callsAround(event)}) < ${mostCalls.count}`,
  ];
}

/** How often one person may mention or answer the same other one before it is no news any more; all else reaches them as ever. */
const mostCalls = { count: 5, minutes: 10, among: 200 };

/** How often whoever acts has called a user around the time of this; jobs do not come in the order of events. */
const callsAround = ({ id, actorId, createdAt }: ToldEvent): SQL => sql`select count(*) from
  (select event_id from notifications where user_id = users.id and reason in ('mentioned', 'replied')
    order by id desc limit ${mostCalls.among}) as recent
  join events as other on other.id = recent.event_id
  where other.actor_id = ${actorId} and other.id <> ${id} and other.type <> 'post.assigned'
    and abs(extract(epoch from other.created_at - ${createdAt.toISOString()}::timestamptz)) < ${60 * mostCalls.minutes}`;

async function findHtml(db: Db, { type, postId, commentId, data }: ToldEvent): Promise<string> {
  if (type === "note.added") {
    const [note] = await db.select({ html: notes.bodyHtml }).from(notes).where(eq(notes.id, data.noteId));
    return note?.html ?? "";
  }
  if (type === "comment.submitted" && commentId) {
    const [comment] = await db
      .select({ html: comments.bodyHtml })
      .from(comments)
      .where(and(eq(comments.id, commentId), isNull(comments.deletedAt)));
    return comment?.html ?? "";
  }
  if (type !== "post.submitted") return "";
  const all = sql<string>`concat(${posts.bodyHtml}, ${bugDetails.stepsHtml}, ${bugDetails.expectedHtml},
    ${bugDetails.actualHtml})`;
  const [post] = await db
    .select({ html: all })
    .from(posts)
    .leftJoin(bugDetails, eq(bugDetails.postId, posts.id))
    .where(eq(posts.id, postId));
  return post?.html ?? "";
}
