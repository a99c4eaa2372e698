import { and, asc, eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { bulkActionPosts, bulkActions, posts, users } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { mayTriage } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { visiblePosts } from "../posts/visible-posts.server";
import { readChange, type Verdict } from "./change";

/** What a bulk action did, post by post, and whether it was undone. */
export async function findBulkAction(db: Db, viewer: User, id: string) {
  if (!mayTriage(viewer)) throw new DomainError("forbidden");
  const [action] = await db
    .select({
      change: bulkActions.change,
      createdAt: bulkActions.createdAt,
      undoneAt: bulkActions.undoneAt,
      by: users.name,
    })
    .from(bulkActions)
    .innerJoin(users, eq(users.id, bulkActions.actorId))
    .where(eq(bulkActions.id, id));
  const change = readChange(action?.change ?? "");
  if (!action || !change) return;
  const found = await db
    .select({
      number: posts.number,
      title: posts.title,
      verdict: bulkActionPosts.verdict,
      undoVerdict: bulkActionPosts.undoVerdict,
    })
    .from(bulkActionPosts)
    .innerJoin(posts, eq(posts.id, bulkActionPosts.postId))
    .where(and(eq(bulkActionPosts.bulkActionId, id), visiblePosts(db, viewer)))
    .orderBy(asc(posts.number));
  const named = found.map((post) => ({
    ...post,
    verdict: post.verdict as Verdict,
    undoVerdict: post.undoVerdict as Verdict | null,
  }));
  return { ...action, change, posts: named };
}
