import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.server";
import { posts } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import * as field from "../../core/text/fields";
import { mayTriage } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { holdLivePost } from "../../feedback/posts/hold-post.server";
import { findFiguresState } from "../figures/settings.server";
import { updateFigures } from "../figures/update-figures.server";
import { efforts } from "./effort";

/** The form that sets an effort; `none` takes it back. */
export const effortDraft = z.object({
  effort: field
    .choice(["none", ...efforts.map(String)] as [string, ...string[]])
    .transform((value) => (value === "none" ? null : Number(value))),
});

interface SetEffort {
  viewer: User;
  number: number;
  effort: number | null;
  at?: Date;
}

/** Says how much work a post is; its score follows at once. Throws `forbidden`, `notFound` or `postMerged`. */
export async function setEffort(db: Db, { viewer, number, effort, at = new Date() }: SetEffort): Promise<void> {
  if (!mayTriage(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const { id } = await holdLivePost(tx, viewer, number);
    const [before] = await tx.select({ effort: posts.effort }).from(posts).where(eq(posts.id, id));
    if (before?.effort === effort) return;
    await tx.update(posts).set({ effort }).where(eq(posts.id, id));
    const data = { from: before?.effort ?? null, to: effort };
    await recordEvent(tx, { type: "post.effort_set", actorId: viewer.id, postId: id, data, at });
    const { weights } = await findFiguresState(tx);
    await updateFigures(tx, { which: sql`p.id = ${id}`, weights, at });
  });
}
