import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { posts, users } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { mayTriage, staff } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { holdLivePost } from "./hold-post.server";

interface AssignPost {
  viewer: User;
  number: number;
  /** Somebody of the team; null for nobody. */
  assigneeId: string | null;
  at?: Date;
}

/** Says who of the team looks after a post. Throws `forbidden`, `notOfTheTeam`, `notFound` or `postMerged`. */
export async function assignPost(db: Db, { viewer, number, assigneeId, at = new Date() }: AssignPost): Promise<void> {
  if (!mayTriage(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    // The person before the post, as when somebody leaves the team (../users/leave-team.server.ts).
    if (assigneeId) await holdColleague(tx, assigneeId);
    const { id } = await holdLivePost(tx, viewer, number);
    const [before] = await tx.select({ assigneeId: posts.assigneeId }).from(posts).where(eq(posts.id, id));
    const from = before?.assigneeId ?? null;
    if (from === assigneeId) return;
    await tx.update(posts).set({ assigneeId }).where(eq(posts.id, id));
    await recordEvent(tx, {
      type: "post.assigned",
      actorId: viewer.id,
      postId: id,
      data: { from, to: assigneeId },
      at,
    });
  });
}

async function holdColleague(tx: Db, userId: string): Promise<void> {
  const [person] = await tx.select({ role: users.role }).from(users).where(eq(users.id, userId)).for("share");
  if (!person || !staff.includes(person.role)) throw new DomainError("notOfTheTeam");
}
