import { and, desc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { comments, posts, users } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { mayTriage, staff } from "../../core/users/policy";
import type { Viewer } from "../../core/users/viewer";
import { findBoardId } from "../boards/queries.server";
import { hasFlags } from "../flags/list-flags.server";
import { readCursor, writeCursor } from "../posts/cursor";
import { listedPosts } from "../posts/visible-posts.server";
import { findTagId } from "../tags/queries.server";
import type { InboxFilter } from "./filter";
import { mostCounted, pageLength } from "./limits";

export type InboxRow = Awaited<ReturnType<typeof selectRows>>[number];

/** A page of the inbox, the newest first, how many posts there are (up to one more than `mostCounted`), and what follows. */
export async function listInbox(db: Db, viewer: Viewer, filter: InboxFilter) {
  if (!mayTriage(viewer)) throw new DomainError("forbidden");
  const matching = await findMatching(db, viewer, filter);
  if (!matching) return { posts: [], count: 0, next: undefined };
  const [found, total] = await Promise.all([
    selectRows(db, and(matching, isAfter(filter.after))),
    countSome(db, matching),
  ]);
  const page = found.slice(0, pageLength);
  const last = page.at(-1);
  const next =
    found.length > page.length && last ? writeCursor({ value: last.postedAt, number: last.number }) : undefined;
  return { posts: page, count: total, next };
}

/** The numbers of the first so many that a filter finds, wherever its page is. Throws `forbidden`. */
export async function listFoundPosts(
  db: Db,
  viewer: Viewer,
  { filter, most }: { filter: InboxFilter; most: number },
): Promise<number[]> {
  if (!mayTriage(viewer)) throw new DomainError("forbidden");
  const matching = await findMatching(db, viewer, filter);
  if (!matching) return [];
  const found = await db
    .select({ number: posts.number })
    .from(posts)
    .where(matching)
    .orderBy(...newestFirst)
    .limit(most);
  return found.map(({ number }) => number);
}

/** Undefined where there is no board or tag of that name for this viewer. */
async function findMatching(db: Db, viewer: Viewer, filter: InboxFilter): Promise<SQL | undefined> {
  const { board, tag } = filter;
  const [boardId, tagId] = await Promise.all([
    board ? findBoardId(db, viewer, board) : undefined,
    tag ? findTagId(db, tag) : undefined,
  ]);
  return matchesInbox(db, viewer, filter, { boardId, tagId });
}

/** The same, where the ids of the board and the tag are known. */
export function matchesInbox(
  db: Db,
  viewer: Viewer,
  { board, tag, kind, status, unanswered, flagged }: InboxFilter,
  { boardId, tagId }: { boardId: number | undefined; tagId: number | undefined },
): SQL | undefined {
  if ((board && !boardId) || (tag && !tagId)) return;
  return and(
    listedPosts(db, viewer),
    eq(posts.status, status),
    kind ? eq(posts.kind, kind) : undefined,
    boardId ? eq(posts.boardId, boardId) : undefined,
    tagId ? sql`${posts.tagIds} @> array[${tagId}]::int[]` : undefined,
    unanswered ? isUnanswered : undefined,
    flagged ? isFlagged(db) : undefined,
  );
}

/** Asked of each post by its index: as `not exists` the planner would read all moves at once. */
const isUnanswered: SQL = sql`(select true from moves
    where moves.post_id = ${posts.id} and moves.answer_html <> '' limit 1) is null
  and (select true from comments join users as speakers on speakers.id = comments.author_id
    where comments.post_id = ${posts.id} and comments.deleted_at is null and speakers.role in ${[...staff]}
    limit 1) is null`;

/** As a list of posts, few of many: with `or`, each post that matches otherwise would be looked at. */
function isFlagged(db: Db): SQL {
  const underFlagged = db
    .select({ id: comments.postId })
    .from(comments)
    .where(and(isNull(comments.deletedAt), hasFlags(comments.flags)));
  const flagged = db
    .select({ id: posts.id })
    .from(posts)
    .where(and(isNull(posts.deletedAt), isNull(posts.mergedInto), hasFlags(posts.flags)));
  return inArray(posts.id, flagged.unionAll(underFlagged));
}

const newestFirst = [desc(posts.createdAt), desc(posts.number)];

function selectRows(db: Db, where: SQL | undefined) {
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
      flags: posts.flags,
      createdAt: posts.createdAt,
      postedAt: sql<number>`extract(epoch from ${posts.createdAt})::float8`,
      authorName: users.name,
    })
    .from(posts)
    .innerJoin(users, eq(users.id, posts.authorId))
    .where(where)
    .orderBy(...newestFirst)
    .limit(pageLength + 1);
}

function countSome(db: Db, where: SQL | undefined): Promise<number> {
  const some = db
    .select({ number: posts.number })
    .from(posts)
    .where(where)
    .limit(mostCounted + 1);
  return db.$count(some.as("counted"));
}

function isAfter(after: string | undefined): SQL | undefined {
  const cursor = readCursor(after, "new");
  if (!cursor) return;
  return sql`(${posts.createdAt}, ${posts.number}) < (to_timestamp(${cursor.value}::float8), ${cursor.number})`;
}
