import { and, desc, eq, gt, inArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { posts, solutionChecks, users } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { mayTriage } from "../../core/users/policy";
import type { User, Viewer } from "../../core/users/viewer";
import { statusesIn } from "./lifecycle";
import { listedPosts } from "./visible-posts.server";

/** What the viewer was asked about a post and said: null as long as they have not answered. */
export async function findOwnJudgement(db: Db, viewer: User, postId: string) {
  const [check] = await db
    .select({ isSolved: solutionChecks.isSolved })
    .from(solutionChecks)
    .where(and(eq(solutionChecks.postId, postId), eq(solutionChecks.userId, viewer.id)));
  return check;
}

const mostNamed = 50;

/** For maintainers: what those who were asked about a post said. */
export async function findJudgements(db: Db, viewer: Viewer, postId: string) {
  if (!mayTriage(viewer)) return undefined;
  const [[counts], unsolved] = await Promise.all([
    db.select({ solved: posts.solvedCount, unsolved: posts.unsolvedCount }).from(posts).where(eq(posts.id, postId)),
    db
      .select({ id: users.id, name: users.name })
      .from(solutionChecks)
      .innerJoin(users, eq(users.id, solutionChecks.userId))
      .where(and(eq(solutionChecks.postId, postId), sql`not ${solutionChecks.isSolved}`))
      .orderBy(desc(solutionChecks.judgedAt))
      .limit(mostNamed),
  ]);
  return { solved: counts?.solved ?? 0, unsolved: counts?.unsolved ?? 0, people: unsolved };
}

const mostListed = 20;

/** For maintainers: done posts that did not help everybody, those with the most "not yet" first. */
export async function listUnsolvedPosts(db: Db, viewer: Viewer) {
  if (!mayTriage(viewer)) throw new DomainError("forbidden");
  const { number, title, status, unsolvedCount } = posts;
  return db
    .select({ number, title, status, unsolved: unsolvedCount })
    .from(posts)
    .where(and(gt(unsolvedCount, 0), inArray(status, statusesIn("done")), listedPosts(db, viewer)))
    .orderBy(desc(unsolvedCount), desc(number))
    .limit(mostListed);
}
