import { aliasedTable, and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { boards, bugDetails, freshdeskLinks, merges, moves, posts, users } from "#db/schema";

/** What a note or a reply about a move has to tell; undefined if the post is gone. */
export async function findMoveFacts(db: Db, moveId: string) {
  const [move] = await db
    .select({
      from: moves.from,
      to: moves.to,
      answerHtml: moves.answerHtml,
      release: moves.release,
      post: { number: posts.number, title: posts.title },
      isPublic: sql<boolean>`${boards.visibility} = 'public'`,
    })
    .from(moves)
    .innerJoin(posts, eq(posts.id, moves.postId))
    .innerJoin(boards, eq(boards.id, posts.boardId))
    .where(and(eq(moves.id, moveId), isNull(posts.deletedAt)));
  return move;
}

/** What a note about a merge has to tell. */
export async function findMergeFacts(db: Db, mergeId: string) {
  const duplicate = aliasedTable(posts, "duplicate");
  const [merge] = await db
    .select({
      post: { number: duplicate.number, title: duplicate.title, status: duplicate.status },
      original: { number: posts.number, title: posts.title, status: posts.status },
    })
    .from(merges)
    .innerJoin(duplicate, eq(duplicate.id, merges.duplicateId))
    .innerJoin(posts, eq(posts.id, merges.originalId))
    .where(eq(merges.id, mergeId));
  return merge;
}

/** Whether no later move has overtaken this one. */
export async function isLatestMove(db: Db, moveId: string): Promise<boolean> {
  const [last] = await db
    .select({ id: moves.id })
    .from(moves)
    .where(sql`${moves.postId} = (select m.post_id from moves m where m.id = ${moveId})`)
    .orderBy(desc(moves.id))
    .limit(1);
  return last?.id === moveId;
}

/** The posts that a ticket stands for, the one linked last first; a duplicate is where its original is. */
export async function listPostsOfFreshdeskTicket(db: Db, ticket: number) {
  const original = aliasedTable(posts, "original");
  return db
    .select({
      number: posts.number,
      status: sql<string>`coalesce(${original.status}, ${posts.status})`,
    })
    .from(freshdeskLinks)
    .innerJoin(posts, eq(posts.id, freshdeskLinks.postId))
    .leftJoin(original, eq(original.id, posts.mergedInto))
    .where(and(eq(freshdeskLinks.ticket, ticket), isNull(freshdeskLinks.unlinkedAt)))
    .orderBy(desc(freshdeskLinks.id));
}

/** What a ticket about a post has to tell; undefined if the post is gone. */
export async function findPostFacts(db: Db, postId: string) {
  const [post] = await db
    .select({
      number: posts.number,
      title: posts.title,
      status: posts.status,
      voteCount: posts.voteCount,
      bodyHtml: posts.bodyHtml,
      bug: {
        stepsHtml: bugDetails.stepsHtml,
        expectedHtml: bugDetails.expectedHtml,
        actualHtml: bugDetails.actualHtml,
        version: bugDetails.version,
      },
      author: { id: users.id, name: users.name, email: users.email },
    })
    .from(posts)
    .innerJoin(users, eq(users.id, posts.authorId))
    .leftJoin(bugDetails, eq(bugDetails.postId, posts.id))
    .where(and(eq(posts.id, postId), isNull(posts.deletedAt)));
  return post;
}
