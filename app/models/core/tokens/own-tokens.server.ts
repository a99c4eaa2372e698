import { and, desc, eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { personalTokens } from "#db/schema";
import { recordEvent } from "../events/record.server";
import type { User } from "../users/viewer";

/** The viewer's tokens, the newest first, without what opens anything. */
export function listTokens(db: Db, viewer: User) {
  const { id, name, scopes, createdAt, expiresAt, usedAt } = personalTokens;
  return db
    .select({ id, name, scopes, createdAt, expiresAt, usedAt })
    .from(personalTokens)
    .where(eq(personalTokens.userId, viewer.id))
    .orderBy(desc(createdAt), desc(id));
}

interface RevokeToken {
  viewer: User;
  id: string;
  at?: Date;
}

/** Ends one of the viewer's tokens for good; the same again changes nothing. */
export async function revokeToken(db: Db, { viewer, id, at = new Date() }: RevokeToken): Promise<void> {
  await db.transaction(async (tx) => {
    const gone = await tx
      .delete(personalTokens)
      .where(and(eq(personalTokens.id, id), eq(personalTokens.userId, viewer.id)))
      .returning({ id: personalTokens.id });
    if (gone.length === 0) return;
    await recordEvent(tx, { type: "token.revoked", actorId: viewer.id, data: { tokenId: id }, at });
  });
}
