import { and, desc, eq, gt, ne } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { sessions } from "#db/schema";
import type { User } from "../users/viewer";

const mostListed = 100;

/** Where the viewer is signed in, the device that was used last first. */
export function listSessions(db: Db, viewer: User, at = new Date()) {
  const { id, device, way, createdAt, seenAt } = sessions;
  return db
    .select({ id, device, way, createdAt, seenAt })
    .from(sessions)
    .where(and(eq(sessions.userId, viewer.id), gt(sessions.expiresAt, at)))
    .orderBy(desc(sessions.expiresAt))
    .limit(mostListed);
}

/** Signs the viewer out on one device; the same again changes nothing. */
export async function endOneSession(db: Db, { viewer, id }: { viewer: User; id: string }): Promise<void> {
  await db.delete(sessions).where(and(eq(sessions.userId, viewer.id), eq(sessions.id, id)));
}

/** Signs the viewer out everywhere but here. */
export async function endOtherSessions(db: Db, { viewer, here }: { viewer: User; here: string }): Promise<void> {
  await db.delete(sessions).where(and(eq(sessions.userId, viewer.id), ne(sessions.id, here)));
}
