import { and, asc, eq, gt, gte, isNull, lt, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.server";
import { boards, bugDetails, posts, tags, users } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { mayAdminister } from "../../core/users/policy";
import type { Viewer } from "../../core/users/viewer";
import { bugColumns } from "./bug-columns";
import type { BugFilter } from "./bug-filter";
import { csvHeader, csvLines } from "./csv.server";

const pageLength = 500;
const day = 24 * 60 * 60_000;

interface Choice {
  viewer: Viewer;
  filter: BugFilter;
  /** `https://feedback.example.com`. */
  origin: string;
}

/** Bug reports as CSV, by number, piece by piece: however many there are, a page of them is in memory. */
export async function* exportBugs(db: Db, { viewer, filter, origin }: Choice): AsyncGenerator<string> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  const tagNames = new Map((await db.select().from(tags)).map(({ id, name, slug }) => [id, { name, slug }]));
  const tagId = [...tagNames].find(([, { slug }]) => slug === filter.tag)?.[0] ?? 0;
  yield csvHeader([...bugColumns]);
  for (let after = 0; ; ) {
    const page = await readPage(db, filter, tagId, after);
    yield csvLines(
      page.map(({ tagIds, ...bug }) => {
        const named = tagIds.flatMap((id) => tagNames.get(id)?.name ?? []).join(", ");
        const row = { ...bug, tags: named, address: `${origin}/posts/${bug.number}` };
        return bugColumns.map((column) => {
          const cell = row[column];
          return cell instanceof Date ? cell.toISOString() : cell;
        });
      }),
    );
    if (page.length < pageLength) return;
    after = page.at(-1)?.number ?? 0;
  }
}

function readPage(db: Db, { board, tag, status, from, to }: BugFilter, tagId: number, after: number) {
  const original = alias(posts, "original");
  const columns = {
    number: posts.number,
    title: posts.title,
    status: posts.status,
    board: boards.name,
    tagIds: posts.tagIds,
    author: users.name,
    votes: posts.voteCount,
    imported_votes: posts.importedVotes,
    comments: posts.commentCount,
    followers: posts.followerCount,
    reported_at: posts.createdAt,
    moved_at: posts.movedAt,
    duplicate_of: original.number,
    version: bugDetails.version,
    steps: bugDetails.stepsMarkdown,
    expected: bugDetails.expectedMarkdown,
    actual: bugDetails.actualMarkdown,
    text: posts.bodyMarkdown,
  };
  return db
    .select(columns)
    .from(posts)
    .innerJoin(boards, eq(boards.id, posts.boardId))
    .innerJoin(users, eq(users.id, posts.authorId))
    .leftJoin(bugDetails, eq(bugDetails.postId, posts.id))
    .leftJoin(original, eq(original.id, posts.mergedInto))
    .where(
      and(
        gt(posts.number, after),
        eq(posts.kind, "bug"),
        isNull(posts.deletedAt),
        board ? eq(boards.slug, board) : undefined,
        tag ? sql`${posts.tagIds} @> array[${tagId}]::int[]` : undefined,
        status ? eq(posts.status, status) : undefined,
        from ? gte(posts.createdAt, new Date(from)) : undefined,
        to ? lt(posts.createdAt, new Date(Date.parse(to) + day)) : undefined,
      ),
    )
    .orderBy(asc(posts.number))
    .limit(pageLength);
}
