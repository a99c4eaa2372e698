import { and, eq, exists, inArray, isNull, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.server";
import { boards, posts } from "#db/schema";
import { mayModerate } from "../../core/users/policy";
import type { User, Viewer } from "../../core/users/viewer";
import { boardsVisibleToUsers, visibleBoards } from "../boards/visible-boards.server";

const standing = alias(posts, "standing");

/**
 * The one visibility predicate for posts: every list, page, search, feed, mail, export and count goes
 * through it. Deleted posts are there for those who can restore them. A duplicate is told of on the page of its
 * original, so that who may not see that one sees nothing of the duplicate either.
 */
export function visiblePosts(db: Db, viewer: Viewer): SQL | undefined {
  const among = visibleBoardIds(db, viewer);
  const board = inArray(posts.boardId, among);
  if (mayModerate(viewer)) return board;
  const original = db
    .select({ one: sql`1` })
    .from(standing)
    .where(and(eq(standing.id, posts.mergedInto), isNull(standing.deletedAt), inArray(standing.boardId, among)));
  return and(board, isNull(posts.deletedAt), or(isNull(posts.mergedInto), exists(original)));
}

/** What lists show: neither deleted posts, whoever asks, nor those that became part of another. */
export function listedPosts(db: Db, viewer: Viewer): SQL | undefined {
  return and(inArray(posts.boardId, visibleBoardIds(db, viewer)), isNull(posts.deletedAt), isNull(posts.mergedInto));
}

const visibleBoardIds = (db: Db, viewer: Viewer) =>
  db.select({ id: boards.id }).from(boards).where(visibleBoards(viewer));

type Facts = Record<"boardId" | "deletedAt" | "mergedInto", SQLWrapper>;

/** The same where the viewers are rows of `users`, or all one `reader`; of `posts`, or of another name that they go by. */
export function postsVisibleToUsers(asked: Facts = posts, reader?: User): SQL {
  const isTheirs = reader ? visibleBoards(reader) : boardsVisibleToUsers();
  const onTheirBoard = sql`${boards.id} = ${asked.boardId} and ${isTheirs}`;
  return sql`(${asked.deletedAt} is null and exists (select from ${boards} where ${onTheirBoard})
    and (${asked.mergedInto} is null or exists (
      select from ${posts} as standing join ${boards} on ${boards.id} = standing.board_id
      where standing.id = ${asked.mergedInto} and standing.deleted_at is null and ${isTheirs})))`;
}
