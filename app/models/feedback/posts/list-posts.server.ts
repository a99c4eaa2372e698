import { and, desc, eq, exists, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { posts, users, votes } from "#db/schema";
import type { Viewer } from "../../core/users/viewer";
import { findBoardId } from "../boards/queries.server";
import { findTagId } from "../tags/queries.server";
import { readCursor, writeCursor } from "./cursor";
import { type ListFilter, type Sort, statusesOf } from "./list-filter";
import { listedPosts } from "./visible-posts.server";

export const pageLength = 20;
const mostPinned = 5;

/** What each order sorts by; an index stands behind every one of them. */
const orders: Record<Sort, SQL<number>> = {
  trending: sql<number>`${posts.hot}`,
  top: sql<number>`${posts.voteCount}`,
  new: sql<number>`extract(epoch from ${posts.createdAt})::float8`,
  discussed: sql<number>`${posts.commentCount}`,
};

/** The same as the index has it. */
const sortColumns = {
  trending: posts.hot,
  top: posts.voteCount,
  new: posts.createdAt,
  discussed: posts.commentCount,
};

export type PostRow = Awaited<ReturnType<typeof selectRows>>[number];

export interface PostPage {
  posts: PostRow[];
  /** The `after` of the next page, if there is one. */
  next?: string;
}

/** A page of the list. Pinned posts stand above its first page and nowhere else. */
export async function listPosts(db: Db, viewer: Viewer, filter: ListFilter): Promise<PostPage & { pinned: PostRow[] }> {
  const places = await findPlaces(db, viewer, filter);
  if (!places) return { pinned: [], posts: [] };
  const matching = and(listedPosts(db, viewer), matches(filter, places));
  const cursor = readCursor(filter.after, filter.sort);
  const [pinned, page] = await Promise.all([
    cursor ? [] : selectRows(db, viewer, and(matching, isNotNull(posts.pinnedAt)), "top", mostPinned),
    listPage(db, viewer, and(matching, isNull(posts.pinnedAt)), filter),
  ]);
  return { pinned, ...page };
}

interface Places {
  boardId?: number;
  tagId?: number;
}

/**
 * The ids behind the names in the filter; undefined where there is nothing of that name for this viewer. The
 * planner has to see the ids themselves to know how many posts they stand for.
 */
async function findPlaces(db: Db, viewer: Viewer, { board, tag }: ListFilter): Promise<Places | undefined> {
  const [boardId, tagId] = await Promise.all([
    board ? findBoardId(db, viewer, board) : undefined,
    tag ? findTagId(db, tag) : undefined,
  ]);
  return (board && !boardId) || (tag && !tagId) ? undefined : { boardId, tagId };
}

async function listPage(db: Db, viewer: Viewer, where: SQL | undefined, filter: ListFilter): Promise<PostPage> {
  const rows = await selectRows(db, viewer, and(where, isAfter(filter)), filter.sort, pageLength + 1);
  const page = rows.slice(0, pageLength);
  const last = page.at(-1);
  const next =
    rows.length > page.length && last ? writeCursor({ value: last.sortValue, number: last.number }) : undefined;
  return { posts: page, next };
}

function selectRows(db: Db, viewer: Viewer, where: SQL | undefined, sort: Sort, limit: number) {
  return db
    .select({
      id: posts.id,
      number: posts.number,
      kind: posts.kind,
      status: posts.status,
      title: posts.title,
      excerpt: posts.excerpt,
      boardId: posts.boardId,
      tagIds: posts.tagIds,
      voteCount: posts.voteCount,
      commentCount: posts.commentCount,
      createdAt: posts.createdAt,
      pinnedAt: posts.pinnedAt,
      authorName: users.name,
      voted: votedBy(db, viewer),
      sortValue: orders[sort],
    })
    .from(posts)
    .innerJoin(users, eq(users.id, posts.authorId))
    .where(where)
    .orderBy(desc(sortColumns[sort]), desc(posts.number))
    .limit(limit);
}

/** Those among some posts that lists show to this viewer, in no order. */
export async function findListed(db: Db, viewer: Viewer, numbers: number[]): Promise<PostRow[]> {
  if (numbers.length === 0) return [];
  return selectRows(db, viewer, and(inArray(posts.number, numbers), listedPosts(db, viewer)), "top", numbers.length);
}

/** Whether the viewer voted for the post of the row. */
export function votedBy(db: Db, viewer: Viewer): SQL<boolean> {
  if (!viewer) return sql<boolean>`false`;
  const vote = db
    .select({ one: sql`1` })
    .from(votes)
    .where(and(eq(votes.postId, posts.id), eq(votes.userId, viewer.id)));
  return exists(vote) as SQL<boolean>;
}

function matches({ kind, status }: ListFilter, { boardId, tagId }: Places): SQL | undefined {
  const statuses = statusesOf(status);
  return and(
    kind ? eq(posts.kind, kind) : undefined,
    statuses ? inArray(posts.status, statuses) : undefined,
    boardId ? eq(posts.boardId, boardId) : undefined,
    tagId ? sql`${posts.tagIds} @> array[${tagId}]::int[]` : undefined,
  );
}

function isAfter(filter: ListFilter): SQL | undefined {
  const cursor = readCursor(filter.after, filter.sort);
  if (!cursor) return;
  const value = filter.sort === "new" ? sql`to_timestamp(${cursor.value}::float8)` : sql`${cursor.value}`;
  return sql`(${sortColumns[filter.sort]}, ${posts.number}) < (${value}, ${cursor.number})`;
}
