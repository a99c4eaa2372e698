import { and, asc, eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { passkeys } from "#db/schema";
import { recordEvent } from "../../events/record.server";
import type { User } from "../../users/viewer";

/** The viewer's passkeys, the oldest first. */
export function listPasskeys(db: Db, viewer: User) {
  const { id, name, createdAt, usedAt } = passkeys;
  return db.select({ id, name, createdAt, usedAt }).from(passkeys).where(isOwn(viewer)).orderBy(asc(createdAt));
}

const isOwn = (viewer: User, id?: string) => and(eq(passkeys.userId, viewer.id), id ? eq(passkeys.id, id) : undefined);

/** Gives one of the viewer's passkeys another name. */
export async function renamePasskey(
  db: Db,
  { viewer, id, name }: { viewer: User; id: string; name: string },
): Promise<void> {
  await db.update(passkeys).set({ name }).where(isOwn(viewer, id));
}

/** Removes one of the viewer's passkeys; the same again changes nothing. */
export async function removePasskey(
  db: Db,
  { viewer, id, at = new Date() }: { viewer: User; id: string; at?: Date },
): Promise<void> {
  await db.transaction(async (tx) => {
    const [gone] = await tx.delete(passkeys).where(isOwn(viewer, id)).returning({ id: passkeys.id });
    if (!gone) return;
    await recordEvent(tx, { type: "user.passkey_removed", actorId: viewer.id, data: {}, at });
  });
}
