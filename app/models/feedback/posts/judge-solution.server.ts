import { and, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { posts, solutionChecks } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import type { User } from "../../core/users/viewer";
import { visiblePosts } from "./visible-posts.server";

interface JudgeSolution {
  viewer: User;
  postId: string;
  isSolved: boolean;
  at?: Date;
}

/** Keeps whether a post was solved for somebody who was asked; the last judgement counts. Throws `notFound`. */
export async function judgeSolution(
  db: Db,
  { viewer, postId, isSolved, at = new Date() }: JudgeSolution,
): Promise<void> {
  await db.transaction(async (tx) => {
    const [check] = await tx
      .select({ isSolved: solutionChecks.isSolved })
      .from(solutionChecks)
      .innerJoin(posts, eq(posts.id, solutionChecks.postId))
      .where(and(ofPerson(postId, viewer), visiblePosts(tx, viewer)))
      .for("update", { of: solutionChecks });
    if (!check) throw new DomainError("notFound");
    if (check.isSolved === isSolved) return;
    await tx.update(solutionChecks).set({ isSolved, judgedAt: at }).where(ofPerson(postId, viewer));
    await count(tx, { postId, before: check.isSolved, after: isSolved });
    await recordEvent(tx, { type: "post.judged", actorId: viewer.id, postId, data: { isSolved }, at });
  });
}

async function count(
  tx: Db,
  { postId, before, after }: { postId: string; before: boolean | null; after: boolean },
): Promise<void> {
  const change = (judgement: boolean): number => Number(after === judgement) - Number(before === judgement);
  await tx
    .update(posts)
    .set({
      solvedCount: sql`${posts.solvedCount} + ${change(true)}`,
      unsolvedCount: sql`${posts.unsolvedCount} + ${change(false)}`,
    })
    .where(eq(posts.id, postId));
}

/** Keeps that somebody was asked; asking again changes nothing. */
export async function noteAsked(tx: Db, { userId, postId, at }: { userId: string; postId: string; at: Date }) {
  await tx.insert(solutionChecks).values({ userId, postId, askedAt: at }).onConflictDoNothing();
}

const ofPerson = (postId: string, { id }: User) =>
  and(eq(solutionChecks.postId, postId), eq(solutionChecks.userId, id));
