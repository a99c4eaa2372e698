import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { oldPaths, posts } from "#db/schema";

/** The post that stood at a path where it comes from, such as `/posts/65/dark-mode`. */
export async function findOldPath(db: Db, path: string): Promise<{ number: number; title: string } | undefined> {
  const [post] = await db
    .select({ number: posts.number, title: posts.title })
    .from(oldPaths)
    .innerJoin(posts, eq(posts.id, oldPaths.postId))
    .where(eq(oldPaths.path, path));
  return post;
}
