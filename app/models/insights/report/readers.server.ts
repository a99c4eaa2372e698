import { and, inArray, isNull, notInArray } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { reportReaders, users } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { takeTurns } from "../../core/take-turns.server";
import { handlers, mayAdminister } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";

interface Choose {
  viewer: User;
  /** Ids. */
  readers: string[];
  at?: Date;
}

/** Says who of the team gets the weekly report; those who had it go on as before. Throws `forbidden`. */
export async function chooseReportReaders(db: Db, { viewer, readers, at = new Date() }: Choose): Promise<void> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    await takeTurns(tx, "report readers");
    const team = await tx
      .select({ userId: users.id })
      .from(users)
      .where(and(inArray(users.id, readers), inArray(users.role, [...handlers]), isNull(users.deletedAt)))
      // Whoever leaves the team meanwhile leaves this, too.
      .for("share");
    const ids = team.map(({ userId }) => userId);
    const removed = await tx
      .delete(reportReaders)
      .where(notInArray(reportReaders.userId, ids))
      .returning({ userId: reportReaders.userId });
    const added = await addReaders(tx, ids, at);
    const data = { added, removed: removed.length };
    if (added + removed.length > 0)
      await recordEvent(tx, { type: "weekly_report.readers_chosen", actorId: viewer.id, data, at });
  });
}

/** Resolves to how many had not been among them. */
async function addReaders(tx: Db, ids: string[], at: Date): Promise<number> {
  if (ids.length === 0) return 0;
  const added = await tx
    .insert(reportReaders)
    .values(ids.map((userId) => ({ userId, since: at })))
    .onConflictDoNothing()
    .returning({ userId: reportReaders.userId });
  return added.length;
}

/** Who gets the weekly report; ids. Its caller knows that the reader administers the portal. */
export async function listReportReaders(db: Db): Promise<string[]> {
  return (await db.select({ userId: reportReaders.userId }).from(reportReaders)).map(({ userId }) => userId);
}
