import { and, desc, eq, ne, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { bugDetails, follows, moves, posts, users } from "#db/schema";
import type { Viewer } from "../../core/users/viewer";
import { votedBy } from "./list-posts.server";
import { visiblePosts } from "./visible-posts.server";

export type Post = NonNullable<Awaited<ReturnType<typeof findPost>>>;

/** Everything a post's own page shows about it, but for its timeline. */
export async function findPost(db: Db, viewer: Viewer, number: number) {
  const [post] = await db
    .select({
      id: posts.id,
      number: posts.number,
      kind: posts.kind,
      status: posts.status,
      title: posts.title,
      bodyHtml: posts.bodyHtml,
      excerpt: posts.excerpt,
      boardId: posts.boardId,
      tagIds: posts.tagIds,
      voteCount: posts.voteCount,
      importedVotes: importedVotesOf,
      commentCount: posts.commentCount,
      followerCount: posts.followerCount,
      createdAt: posts.createdAt,
      editedAt: posts.editedAt,
      pinnedAt: posts.pinnedAt,
      lockedAt: posts.lockedAt,
      deletedAt: posts.deletedAt,
      mergedInto: posts.mergedInto,
      authorId: posts.authorId,
      authorName: users.name,
      authorRole: users.role,
      bug: {
        stepsHtml: bugDetails.stepsHtml,
        expectedHtml: bugDetails.expectedHtml,
        actualHtml: bugDetails.actualHtml,
        version: bugDetails.version,
      },
      voted: votedBy(db, viewer),
      follow: follows.level,
    })
    .from(posts)
    .innerJoin(users, eq(users.id, posts.authorId))
    .leftJoin(bugDetails, eq(bugDetails.postId, posts.id))
    .leftJoin(follows, and(eq(follows.postId, posts.id), eq(follows.userId, viewer?.id ?? nobody)))
    .where(and(eq(posts.number, number), visiblePosts(db, viewer)));
  return post;
}

/** Imported votes of a post and of its duplicates, as its number of votes has them. */
const importedVotesOf = sql<number>`(${posts.importedVotes} + coalesce((select sum(duplicate.imported_votes)
  from posts as duplicate where duplicate.merged_into = ${posts.id}), 0))::int`;

/** An id that no user has. */
const nobody = "00000000-0000-0000-0000-000000000000";

/** The latest official answer on a post. */
export async function findOfficialAnswer(db: Db, postId: string) {
  const [answer] = await db
    .select({
      html: moves.answerHtml,
      to: moves.to,
      release: moves.release,
      createdAt: moves.createdAt,
      authorName: users.name,
    })
    .from(moves)
    .innerJoin(users, eq(users.id, moves.actorId))
    .where(and(eq(moves.postId, postId), ne(moves.answerHtml, "")))
    .orderBy(desc(moves.id))
    .limit(1);
  return answer;
}

/** A post's words as they were typed, for whoever is about to change them. */
export async function findPostText(db: Db, viewer: Viewer, number: number) {
  const [post] = await db
    .select({
      id: posts.id,
      number: posts.number,
      kind: posts.kind,
      authorId: posts.authorId,
      lockedAt: posts.lockedAt,
      title: posts.title,
      body: posts.bodyMarkdown,
      steps: bugDetails.stepsMarkdown,
      expected: bugDetails.expectedMarkdown,
      actual: bugDetails.actualMarkdown,
      version: bugDetails.version,
    })
    .from(posts)
    .leftJoin(bugDetails, eq(bugDetails.postId, posts.id))
    .where(and(eq(posts.number, number), visiblePosts(db, viewer)));
  return post;
}
