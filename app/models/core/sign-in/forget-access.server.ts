import { lt } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { invitations, keptForms, rateLimits, sessions, signIns } from "#db/schema";

const hour = 60 * 60_000;

/** How long the form of somebody whose session had ended is kept. */
export const formLife = hour;
const signInLife = 24 * hour;
/** After its end. */
const invitationLife = 30 * 24 * hour;

/** Who was to sign in, is signed in, did what how often: each goes when nothing asks for it any more. */
export async function forgetAccess(db: Db, at: Date): Promise<void> {
  const ago = (ms: number) => new Date(at.getTime() - ms);
  await db.delete(rateLimits).where(lt(rateLimits.expire, at.getTime()));
  await db.delete(keptForms).where(lt(keptForms.createdAt, ago(formLife)));
  await db.delete(signIns).where(lt(signIns.createdAt, ago(signInLife)));
  await db.delete(invitations).where(lt(invitations.expiresAt, ago(invitationLife)));
  await db.delete(sessions).where(lt(sessions.expiresAt, at));
}
