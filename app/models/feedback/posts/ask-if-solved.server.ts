import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { solutionChecks } from "#db/schema";
import { noteAsked } from "./judge-solution.server";

interface AskIfSolved {
  postId: string;
  userId: string;
  /** When the post was done. */
  at: Date;
}

/**
 * Whether a mail about a done post is to ask "did this solve it?": each person once for each post. Asked again about
 * the same move, it says the same, since a mail may be written more than once before it goes.
 */
export async function askIfSolved(db: Db, { postId, userId, at }: AskIfSolved): Promise<boolean> {
  await noteAsked(db, { postId, userId, at });
  const [check] = await db
    .select({ askedAt: solutionChecks.askedAt, judgedAt: solutionChecks.judgedAt })
    .from(solutionChecks)
    .where(and(eq(solutionChecks.postId, postId), eq(solutionChecks.userId, userId)));
  return check !== undefined && check.judgedAt === null && check.askedAt.getTime() === at.getTime();
}
