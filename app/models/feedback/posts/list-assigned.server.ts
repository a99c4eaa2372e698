import { and, asc, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { posts } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { isStaff } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { listedPosts } from "./visible-posts.server";

const pageLength = 50;

/**
 * What the viewer looks after, in the order of the lifecycle: open posts first, and of each status those that wait
 * longest. `after` is the number of the last post of the page before.
 */
export async function listAssigned(db: Db, viewer: User, { after }: { after?: number } = {}) {
  if (!isStaff(viewer)) throw new DomainError("forbidden");
  const { number, title, kind, status, voteCount, commentCount } = posts;
  const isLater = sql`(${status}, ${number}) > (select status, number from posts where number = ${after ?? 0})`;
  const found = await db
    .select({ number, title, kind, status, voteCount, commentCount })
    .from(posts)
    .where(and(eq(posts.assigneeId, viewer.id), listedPosts(db, viewer), after ? isLater : undefined))
    .orderBy(asc(status), asc(number))
    .limit(pageLength + 1);
  const page = found.slice(0, pageLength);
  return { posts: page, next: found.length > pageLength ? page.at(-1)?.number : undefined };
}
