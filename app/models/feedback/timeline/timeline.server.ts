import { and, asc, eq, gt, inArray, isNull, lte, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { isAnyOf } from "#db/any-of.server";
import type { Db } from "#db/client.server";
import { boards, comments, events, moves, users } from "#db/schema";
import type { Role } from "#db/schema/core/users";
import type { ToldEvent } from "../../core/events/sentence";
import { timelineTypes } from "../../core/events/timeline-types";
import type { EventType } from "../../core/events/types";
import { isId, readMoment } from "../../core/text/values";
import type { Viewer } from "../../core/users/viewer";
import { visibleBoards } from "../boards/visible-boards.server";
import type { Duplicate } from "../posts/duplicates.server";
import { findMerges, type MergeItem } from "./merges.server";

const pageLength = 50;

type Comment = Awaited<ReturnType<typeof selectComments>>[number];
type MoveItem = Awaited<ReturnType<typeof selectMoves>>[number];

type TimelineItem =
  | { type: "comment"; at: Date; comment: Comment; replies: Comment[] }
  | { type: "move"; at: Date; move: MoveItem }
  | { type: "merge"; at: Date; merge: MergeItem }
  | { type: "event"; at: Date; event: ToldEvent };

export interface Timeline {
  items: TimelineItem[];
  /** The `after` of the next page, if there is one. */
  next?: string;
}

/**
 * What happened on a post, the earliest first: moves, merges, comments with their replies (those on its
 * duplicates, too), and what else its readers would want to know. A page holds so many comments and all the rest
 * that happened between them.
 */
export async function findTimeline(
  db: Db,
  viewer: Viewer,
  { postId, duplicates, after }: { postId: string; duplicates: Duplicate[]; after?: string },
): Promise<Timeline> {
  const from = readPlace(after);
  const homes = [postId, ...duplicates.map(({ id }) => id)];
  const top = await selectComments(
    db,
    and(isAnyOf(comments.postId, homes), isNull(comments.parentId), from && isLater(from)),
  );
  const page = top.slice(0, pageLength);
  const last = page.at(-1);
  const hasMore = top.length > page.length && last !== undefined;
  const until = hasMore ? last.createdAt : undefined;
  const [replies, moved, merged, happened] = await Promise.all([
    selectReplies(db, page),
    selectMoves(db, postId, from?.at, until),
    findMerges(db, viewer, postId),
    selectEvents(db, viewer, postId, from?.at, until),
  ]);
  const items: TimelineItem[] = [
    ...page.map((comment) => ({
      type: "comment" as const,
      at: comment.createdAt,
      comment,
      replies: replies.get(comment.id) ?? [],
    })),
    ...moved.map((move) => ({ type: "move" as const, at: move.createdAt, move })),
    ...merged
      .filter(({ at }) => (!from || at > from.at) && (!until || at <= until))
      .map((merge) => ({ type: "merge" as const, at: merge.at, merge })),
    ...happened,
  ];
  items.sort((a, b) => a.at.getTime() - b.at.getTime());
  return { items, next: hasMore ? writePlace(last) : undefined };
}

interface Place {
  at: Date;
  id: string;
}

const writePlace = (comment: Comment): string => `${comment.createdAt.toISOString()}_${comment.id}`;

function readPlace(text: string | undefined): Place | undefined {
  const [moment = "", id] = (text ?? "").split("_");
  const at = readMoment(moment);
  return at && isId(id) ? { at, id } : undefined;
}

const isLater = (place: Place): SQL =>
  sql`(${comments.createdAt}, ${comments.id}) > (${place.at.toISOString()}::timestamptz, ${place.id}::uuid)`;

function selectComments(db: Db, where: SQL | undefined, limit = pageLength + 1) {
  const { id, postId, parentId, createdAt, editedAt, deletedAt, authorId } = comments;
  // First the page and then its authors, however many comments there are.
  const page = db
    .select({ id, postId, parentId, bodyHtml: comments.bodyHtml, createdAt, editedAt, deletedAt, authorId })
    .from(comments)
    .where(where)
    .orderBy(asc(createdAt), asc(id))
    .limit(limit)
    .as("page");
  // Of what was deleted only that it was there is ever told: who wrote it, and what, stays in the database.
  const standing = <Value>(value: SQLWrapper) => sql<Value>`case when ${page.deletedAt} is null then ${value} end`;
  return db
    .select({
      id: page.id,
      postId: page.postId,
      parentId: page.parentId,
      bodyHtml: standing<string | null>(page.bodyHtml),
      createdAt: page.createdAt,
      editedAt: page.editedAt,
      deletedAt: page.deletedAt,
      authorId: standing<string | null>(page.authorId),
      authorName: standing<string | null>(users.name),
      authorRole: standing<Role | null>(users.role),
    })
    .from(page)
    .innerJoin(users, eq(users.id, page.authorId))
    .orderBy(asc(page.createdAt), asc(page.id));
}

const mostReplies = 1000;

async function selectReplies(db: Db, page: Comment[]): Promise<Map<string, Comment[]>> {
  if (page.length === 0) return new Map();
  const parents = page.map((comment) => comment.id);
  const replies = await selectComments(
    db,
    and(isAnyOf(comments.parentId, parents), isNull(comments.deletedAt)),
    mostReplies,
  );
  return new Map(parents.map((id) => [id, replies.filter((reply) => reply.parentId === id)]));
}

function selectMoves(db: Db, postId: string, from: Date | undefined, until: Date | undefined) {
  return db
    .select({
      id: moves.id,
      from: moves.from,
      to: moves.to,
      byAuthor: moves.byAuthor,
      answerHtml: moves.answerHtml,
      release: moves.release,
      createdAt: moves.createdAt,
      actorName: users.name,
    })
    .from(moves)
    .innerJoin(users, eq(users.id, moves.actorId))
    .where(and(eq(moves.postId, postId), from && gt(moves.createdAt, from), until && lte(moves.createdAt, until)))
    .orderBy(asc(moves.id));
}

async function selectEvents(
  db: Db,
  viewer: Viewer,
  postId: string,
  from: Date | undefined,
  until: Date | undefined,
): Promise<TimelineItem[]> {
  const happened = await db
    .select({
      type: sql<EventType>`${events.type}`,
      data: told(viewer),
      isByProduct: sql<boolean>`${events.actorId} is null`,
      actorName: users.name,
      createdAt: events.createdAt,
    })
    .from(events)
    .leftJoin(users, eq(users.id, events.actorId))
    .where(
      and(
        eq(events.postId, postId),
        inArray(events.type, timelineTypes),
        from && gt(events.createdAt, from),
        until && lte(events.createdAt, until),
      ),
    )
    .orderBy(asc(events.id));
  return happened.map(({ createdAt, ...event }) => ({ type: "event" as const, at: createdAt, event }));
}

/** The data of an event, without boards that the viewer may not see. */
const told = (viewer: Viewer) => sql<unknown>`case ${events.type} when 'post.board_changed' then json_build_object('to',
  (select ${boards.id} from ${boards} where ${boards.id} = (${events.data} ->> 'to')::int and ${visibleBoards(viewer)}))::jsonb
  else ${events.data} end`;
