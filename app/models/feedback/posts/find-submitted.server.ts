import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { posts } from "#db/schema";
import { fingerprintOf, otherId } from "../../core/settle-id.server";
import type { User } from "../../core/users/viewer";
import type { PostDraft } from "./draft";

/** The post that this very submission has made already, if it was here before. */
export async function findSubmitted(db: Db, viewer: User, { id, draft }: { id: string; draft: PostDraft }) {
  const isSame = eq(posts.fingerprint, fingerprintOf(draft));
  const [post] = await db
    .select({ number: posts.number, title: posts.title })
    .from(posts)
    .where(and(inArray(posts.id, [id, otherId(id, draft)]), eq(posts.authorId, viewer.id), isSame));
  return post;
}
