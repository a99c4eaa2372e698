import { and, desc, eq, exists, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { boards, posts, tags, users, votes } from "#db/schema";
import type { Viewer } from "../users/viewer";
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
  const matching = and(listedPosts(db, viewer), matches(db, filter));
  const cursor = readCursor(filter.after, filter.sort);
  const [pinned, page] = await Promise.all([
    cursor ? [] : selectRows(db, viewer, and(matching, isNotNull(posts.pinnedAt)), "top", mostPinned),
    listPage(db, viewer, and(matching, isNull(posts.pinnedAt)), filter),
  ]);
  return { pinned, ...page };
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

/** Whether the viewer voted for the post of the row. */
export function votedBy(db: Db, viewer: Viewer): SQL<boolean> {
  if (!viewer) return sql<boolean>`false`;
  const vote = db
    .select({ one: sql`1` })
    .from(votes)
    .where(and(eq(votes.postId, posts.id), eq(votes.userId, viewer.id)));
  return exists(vote) as SQL<boolean>;
}

function matches(db: Db, filter: ListFilter): SQL | undefined {
  const { kind, board, tag } = filter;
  const statuses = statusesOf(filter.status);
  return and(
    kind ? eq(posts.kind, kind) : undefined,
    statuses ? inArray(posts.status, statuses) : undefined,
    board ? eq(posts.boardId, db.select({ id: boards.id }).from(boards).where(eq(boards.slug, board))) : undefined,
    tag ? hasTag(db, tag) : undefined,
  );
}

/** No post has a tag that does not exist. */
function hasTag(db: Db, slug: string): SQL {
  const id = db.select({ id: tags.id }).from(tags).where(eq(tags.slug, slug));
  return sql`${posts.tagIds} @> array[coalesce(${id}, 0)]`;
}

function isAfter(filter: ListFilter): SQL | undefined {
  const cursor = readCursor(filter.after, filter.sort);
  if (!cursor) return;
  const value = filter.sort === "new" ? sql`to_timestamp(${cursor.value}::float8)` : sql`${cursor.value}`;
  return sql`(${sortColumns[filter.sort]}, ${posts.number}) < (${value}, ${cursor.number})`;
}
