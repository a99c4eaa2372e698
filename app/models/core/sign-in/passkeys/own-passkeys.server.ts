import { and, asc, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { passkeys, users } from "#db/schema";
import { DomainError } from "../../domain-error";
import { recordEvent } from "../../events/record.server";
import { readSettings } from "../../settings/settings.server";
import { takeTurnsForRoles } from "../../users/change-role.server";
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

interface RemovePasskey {
  viewer: User;
  id: string;
  /** Whether the viewer has to use a passkey before they do more than members do. */
  needsPasskey: boolean;
  at?: Date;
}

/**
 * Removes one of the viewer's passkeys; the same again changes nothing. Where the team needs passkeys, one administrator
 * keeps one. Throws `lastPasskey` or `passkeyNeeded`.
 */
export async function removePasskey(
  db: Db,
  { viewer, id, needsPasskey, at = new Date() }: RemovePasskey,
): Promise<void> {
  if (needsPasskey) throw new DomainError("passkeyNeeded");
  await db.transaction(async (tx) => {
    await takeTurnsForRoles(tx);
    const [gone] = await tx.delete(passkeys).where(isOwn(viewer, id)).returning({ id: passkeys.id });
    if (!gone) return;
    await requireAdminWithPasskey(tx);
    await recordEvent(tx, { type: "user.passkey_removed", actorId: viewer.id, data: {}, at });
  });
}

/** Where the team needs passkeys, somebody can switch that off. */
async function requireAdminWithPasskey(tx: Db): Promise<void> {
  if (!(await readSettings(tx)).staffNeedPasskey) return;
  const admins = tx.select({ id: users.id }).from(users).where(eq(users.role, "admin"));
  if ((await tx.$count(passkeys, inArray(passkeys.userId, admins))) === 0) throw new DomainError("lastPasskey");
}
