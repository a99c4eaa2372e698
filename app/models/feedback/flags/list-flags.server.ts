import { and, ne, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { isAnyOf } from "#db/any-of.server";
import type { Db } from "#db/client.server";
import { comments, posts } from "#db/schema";
import type { TextFlag } from "#db/schema/feedback/posts";
import { mayModerate } from "../../core/users/policy";
import type { Viewer } from "../../core/users/viewer";

/** Whether a text has any flags. */
export const hasFlags = (flags: PgColumn): SQL => ne(flags, sql`'{}'`);

/** The flags of texts by their ids, of those that have any; undefined for those who may not see them. */
export async function listFlags(
  db: Db,
  viewer: Viewer,
  { postIds, commentIds }: { postIds: string[]; commentIds: string[] },
): Promise<Record<string, TextFlag[]> | undefined> {
  if (!mayModerate(viewer)) return undefined;
  const found = await db
    .select({ id: posts.id, flags: posts.flags })
    .from(posts)
    .where(and(isAnyOf(posts.id, postIds), hasFlags(posts.flags)))
    .unionAll(
      db
        .select({ id: comments.id, flags: comments.flags })
        .from(comments)
        .where(and(isAnyOf(comments.id, commentIds), hasFlags(comments.flags))),
    );
  return Object.fromEntries(found.map(({ id, flags }) => [id, flags]));
}
