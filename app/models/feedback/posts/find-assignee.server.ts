import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { posts, users } from "#db/schema";
import { isStaff } from "../../core/users/policy";
import type { Viewer } from "../../core/users/viewer";

/** Who looks after a post, null for nobody; undefined for those whom that does not concern. */
export async function findAssignee(db: Db, viewer: Viewer, postId: string) {
  if (!isStaff(viewer)) return undefined;
  const [assignee] = await db
    .select({ id: users.id, name: users.name })
    .from(posts)
    .innerJoin(users, eq(users.id, posts.assigneeId))
    .where(eq(posts.id, postId));
  return assignee ?? null;
}
