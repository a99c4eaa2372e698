import { and, asc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.server";
import { boards, comments, events, follows, moves, notes, notifications, posts, users } from "#db/schema";
import { notMuted } from "../posts/not-muted.server";
import { postsVisibleToUsers } from "../posts/visible-posts.server";
import { maintainers } from "../users/policy";
import { isMailed, type MailedNews, type News } from "./news";

const actors = alias(users, "actors");
const originals = alias(posts, "originals");

const { id, number, kind, status, title } = posts;
const { id: originalId, number: originalNumber, kind: originalKind, status: originalStatus, ...original } = originals;

export interface ToldNews {
  userId: string;
  deliveryId: string | null;
  readAt: Date | null;
  news: News;
}

/**
 * What the notifications that `where` picks tell, the earliest first; without what its reader may no longer see,
 * has muted since, or is no longer there.
 */
export async function findNews(
  db: Db,
  where: SQL | undefined,
  { order = asc(notifications.id), limit }: { order?: SQL; limit?: number } = {},
): Promise<ToldNews[]> {
  const found = db
    .select({
      id: notifications.id,
      userId: notifications.userId,
      deliveryId: notifications.deliveryId,
      readAt: notifications.readAt,
      reason: notifications.reason,
      since: notifications.since,
      eventId: events.id,
      type: events.type,
      at: events.createdAt,
      actorName: actors.name,
      post: { id, number, kind, status, title },
      excerpt: posts.excerpt,
      boardName: boards.name,
      move: {
        from: moves.from,
        to: moves.to,
        answerHtml: moves.answerHtml,
        release: moves.release,
        byAuthor: moves.byAuthor,
      },
      comment: { id: comments.id, bodyHtml: comments.bodyHtml },
      original: {
        id: originalId,
        number: originalNumber,
        kind: originalKind,
        status: originalStatus,
        title: original.title,
        voteCount: original.voteCount,
      },
    })
    .from(notifications)
    .innerJoin(users, eq(users.id, notifications.userId))
    .innerJoin(events, eq(events.id, notifications.eventId))
    .innerJoin(posts, eq(posts.id, notifications.postId))
    .innerJoin(boards, eq(boards.id, posts.boardId))
    .leftJoin(actors, eq(actors.id, events.actorId))
    .leftJoin(follows, and(eq(follows.postId, posts.id), eq(follows.userId, users.id)))
    .leftJoin(moves, eq(moves.id, sql`(${events.data} ->> 'moveId')::uuid`))
    .leftJoin(comments, and(eq(comments.id, events.commentId), isNull(comments.deletedAt)))
    .leftJoin(originals, eq(originals.id, sql`(${events.data} ->> 'originalId')::uuid`))
    .where(and(where, isWhole, postsVisibleToUsers(), notMuted))
    .orderBy(order);
  const rows = await (limit === undefined ? found : found.limit(limit));
  return rows.flatMap((row) => {
    const news = readNews(row);
    return news ? [{ userId: row.userId, deliveryId: row.deliveryId, readAt: row.readAt, news }] : [];
  });
}

/** What it tells of is still there, so that a page of so many notifications has so many. */
const isWhole = sql`case ${events.type} when 'comment.submitted' then ${comments.id} is not null
  when 'post.status_changed' then ${moves.id} is not null
  when 'post.merged' then ${originals.id} is not null and ${postsVisibleToUsers(originals)}
  when 'post.assigned' then ${posts.assigneeId} = ${notifications.userId}
  when 'note.added' then ${users.role} in ${maintainers}
    and exists (select from ${notes} where ${notes.id} = (${events.data} ->> 'noteId')::uuid)
  else true end`;

interface Row {
  id: string;
  eventId: number;
  type: string;
  at: Date;
  actorName: string | null;
  reason: News["reason"];
  since: Date | null;
  post: News["post"];
  excerpt: string;
  boardName: string;
  move: Pick<Extract<News, { type: "move" }>, "from" | "to" | "answerHtml" | "release" | "byAuthor"> | null;
  comment: { id: string; bodyHtml: string } | null;
  original: Extract<News, { type: "merge" }>["original"] | null;
}

function readNews({ id, eventId, type, at, actorName, reason, since, post, ...row }: Row): News | undefined {
  const told = { notificationId: id, eventId, post, reason, since, at, actorName };
  if (type === "post.status_changed" && row.move) return { type: "move", ...told, ...row.move };
  if (type === "comment.submitted" && row.comment) {
    return { type: "comment", ...told, commentId: row.comment.id, bodyHtml: row.comment.bodyHtml };
  }
  if (type === "post.merged" && row.original) return { type: "merge", ...told, original: row.original };
  if (type === "post.assigned") return { type: "assignment", ...told };
  if (type === "note.added") return { type: "note", ...told };
  if (type === "post.submitted") return { type: "post", ...told, boardName: row.boardName, excerpt: row.excerpt };
}

/** What each of these mails has to tell. */
export async function findNewsOfDeliveries(db: Db, deliveryIds: string[]): Promise<Map<string, MailedNews[]>> {
  const told = await findNews(db, inArray(notifications.deliveryId, deliveryIds));
  const byDelivery = new Map<string, MailedNews[]>();
  for (const { deliveryId, news } of told) {
    if (deliveryId && isMailed(news)) byDelivery.set(deliveryId, [...(byDelivery.get(deliveryId) ?? []), news]);
  }
  return byDelivery;
}
