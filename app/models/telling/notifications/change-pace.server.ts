import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { users } from "#db/schema";
import type { MailPace } from "#db/schema/core/users";
import { recordEvent } from "../../core/events/record.server";
import type { User } from "../../core/users/viewer";
import { replanWaiting } from "./replan-waiting.server";

/** No more mail about posts, also none of what is waiting; the same again changes nothing. */
export async function unsubscribe(db: Db, { userId, at }: { userId: string; at: Date }): Promise<void> {
  await db.transaction(async (tx) => {
    if (!(await setPace(tx, userId, "off", at))) return;
    await recordEvent(tx, { type: "user.unsubscribed", actorId: userId, data: {}, at });
  });
}

/** Mail about posts at another pace. */
export async function changePace(
  db: Db,
  { viewer, mailPace, at }: { viewer: User; mailPace: MailPace; at: Date },
): Promise<void> {
  await db.transaction(async (tx) => {
    if (!(await setPace(tx, viewer.id, mailPace, at))) return;
    const data = { fields: ["mailPace"] };
    await recordEvent(tx, { type: "user.preferences_changed", actorId: viewer.id, data, at });
  });
}

/** Resolves to whether that is a change. */
async function setPace(tx: Db, userId: string, mailPace: MailPace, at: Date): Promise<boolean> {
  const [before] = await tx.select().from(users).where(eq(users.id, userId)).for("update");
  if (!before || before.mailPace === mailPace) return false;
  await tx.update(users).set({ mailPace }).where(eq(users.id, userId));
  await replanWaiting(tx, userId, { ...before, mailPace }, at);
  return true;
}
