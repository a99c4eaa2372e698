import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { posts } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { mayModerate } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { existingTagIds } from "../tags/queries.server";
import { holdLivePost } from "./hold-post.server";

interface TagPost {
  viewer: User;
  number: number;
  /** All tags that the post shall have. */
  tagIds: number[];
  at?: Date;
}

/** Throws `forbidden`, `notFound` or `postMerged`. */
export async function tagPost(db: Db, { viewer, number, tagIds, at = new Date() }: TagPost): Promise<void> {
  if (!mayModerate(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const post = await holdLivePost(tx, viewer, number);
    const wanted = await existingTagIds(tx, tagIds);
    const added = wanted.filter((id) => !post.tagIds.includes(id));
    const removed = post.tagIds.filter((id) => !wanted.includes(id));
    if (added.length + removed.length === 0) return;
    await tx.update(posts).set({ tagIds: wanted }).where(eq(posts.id, post.id));
    await recordEvent(tx, {
      type: "post.tagged",
      actorId: viewer.id,
      postId: post.id,
      data: { added, removed },
      at,
    });
  });
}
