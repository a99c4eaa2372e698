import { and, asc, eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { passkeys } from "#db/schema";
import { DomainError } from "../../domain-error";
import { recordEvent } from "../../events/record.server";
import { takeTurnsForRoles } from "../../users/change-role.server";
import type { User } from "../../users/viewer";
import { requireWayWithoutMail } from "../last-way.server";
import { requireAdminWithPasskey } from "./admin-with-passkey.server";

type Owner = Pick<User, "id">;

/** Somebody's passkeys, the oldest first. */
export function listPasskeys(db: Db, viewer: Owner) {
  const { id, name, createdAt, usedAt } = passkeys;
  return db.select({ id, name, createdAt, usedAt }).from(passkeys).where(isOwn(viewer)).orderBy(asc(createdAt));
}

const isOwn = (viewer: Owner, id?: string) => and(eq(passkeys.userId, viewer.id), id ? eq(passkeys.id, id) : undefined);

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
  /** Whether no mail goes out, so that a code is no way in. */
  isMute: boolean;
  at?: Date;
}

/**
 * Removes one of the viewer's passkeys; the same again changes nothing. Where the team needs passkeys, one administrator
 * keeps one. Throws `lastPasskey`, `lastWay` or `passkeyNeeded`.
 */
export async function removePasskey(
  db: Db,
  { viewer, id, needsPasskey, isMute, at = new Date() }: RemovePasskey,
): Promise<void> {
  if (needsPasskey) throw new DomainError("passkeyNeeded");
  await db.transaction(async (tx) => {
    await takeTurnsForRoles(tx);
    const [gone] = await tx.delete(passkeys).where(isOwn(viewer, id)).returning({ id: passkeys.id });
    if (!gone) return;
    if (isMute) await requireWayWithoutMail(tx, viewer.id);
    await requireAdminWithPasskey(tx);
    await recordEvent(tx, { type: "user.passkey_removed", actorId: viewer.id, data: {}, at });
  });
}
