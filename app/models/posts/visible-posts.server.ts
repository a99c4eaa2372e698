import { and, inArray, isNull, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { boards, posts } from "#db/schema";
import { visibleBoards } from "../boards/visible-boards.server";
import { mayModerate } from "../users/policy";
import type { Viewer } from "../users/viewer";

/**
 * The one visibility predicate for posts: every list, page, search, feed, mail, export and count goes
 * through it. Deleted posts are there for those who can restore them.
 */
export function visiblePosts(db: Db, viewer: Viewer): SQL | undefined {
  const board = inArray(posts.boardId, db.select({ id: boards.id }).from(boards).where(visibleBoards(viewer)));
  return mayModerate(viewer) ? board : and(board, isNull(posts.deletedAt));
}

/** What lists show: neither deleted posts, whoever asks, nor those that became part of another. */
export function listedPosts(db: Db, viewer: Viewer): SQL | undefined {
  return and(visiblePosts(db, viewer), isNull(posts.deletedAt), isNull(posts.mergedInto));
}
