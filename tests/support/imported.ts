import { asc, eq, isNull } from "drizzle-orm";
import { comments, posts, users } from "#db/schema";
import { db } from "./database";

/** What came with an import, as people will see it. */
export const importedPosts = () =>
  db
    .select({
      number: posts.number,
      title: posts.title,
      status: posts.status,
      votes: posts.voteCount,
      comments: posts.commentCount,
      author: users.name,
    })
    .from(posts)
    .innerJoin(users, eq(users.id, posts.authorId))
    .orderBy(asc(posts.number));

/** Each comment's words, by whom, and the words that it replies to. */
export async function importedComments(): Promise<[body: string, author: string | null, replyTo?: string][]> {
  const found = await db
    .select({ id: comments.id, parent: comments.parentId, body: comments.bodyMarkdown, author: users.name })
    .from(comments)
    .innerJoin(users, eq(users.id, comments.authorId))
    .where(isNull(comments.deletedAt))
    .orderBy(asc(comments.bodyMarkdown));
  const bodies = new Map(found.map(({ id, body }) => [id, body]));
  return found.map(({ body, author, parent }) =>
    parent ? [body, author, bodies.get(parent)] : ([body, author] as [string, string | null]),
  );
}
