import { and, asc, eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { identities } from "#db/schema";
import { recordEvent } from "../events/record.server";
import type { User } from "../users/viewer";
import { requireWayWithoutMail } from "./last-way.server";

/** The services by which the viewer can sign in, those that joined first at the top. */
export function listIdentities(db: Db, viewer: User) {
  const { id, provider, email, createdAt, usedAt } = identities;
  return db
    .select({ id, provider, email, createdAt, usedAt })
    .from(identities)
    .where(eq(identities.userId, viewer.id))
    .orderBy(asc(id))
    .limit(100);
}

interface RemoveIdentity {
  viewer: User;
  id: string;
  /** What people call the provider of which key. */
  nameOf: (provider: string) => string;
  /** Whether no mail goes out, so that a code is no way in. */
  isMute: boolean;
  at?: Date;
}

/**
 * Parts an identity from the viewer's account; it can join again by its address. Resolves to the name of its provider;
 * the same again changes nothing. Throws `lastWay`.
 */
export async function removeIdentity(db: Db, { viewer, id, nameOf, isMute, at = new Date() }: RemoveIdentity) {
  return db.transaction(async (tx) => {
    const [gone] = await tx
      .delete(identities)
      .where(and(eq(identities.id, id), eq(identities.userId, viewer.id)))
      .returning({ provider: identities.provider });
    if (!gone) return;
    if (isMute) await requireWayWithoutMail(tx, viewer.id);
    const provider = nameOf(gone.provider);
    await recordEvent(tx, { type: "user.identity_removed", actorId: viewer.id, data: { provider }, at });
    return provider;
  });
}
