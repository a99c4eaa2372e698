import { asc, desc, eq, inArray, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { suppressions } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { hashedAddress, hashedColumn } from "../../core/users/hashed-address.server";
import { mayAdminister } from "../../core/users/policy";
import type { User, Viewer } from "../../core/users/viewer";

type Reason = typeof suppressions.$inferSelect.reason;

interface Suppression {
  /** Lower case. */
  email: string;
  reason: Reason;
  /** The provider's words. */
  response?: string;
  /** Null where the provider's response is what did it. */
  actorId: string | null;
  at: Date;
}

/** Sends no more mail to an address; once more changes nothing. Part of whoever's transaction found the reason. */
export async function addSuppression(tx: Db, { email, reason, response, actorId, at }: Suppression): Promise<void> {
  const added = await tx
    .insert(suppressions)
    .values({ email, reason, response, createdAt: at })
    .onConflictDoNothing()
    .returning({ email: suppressions.email });
  if (added.length === 0) return;
  await recordEvent(tx, { type: "mail.suppressed", actorId, data: { address: email, reason }, at });
}

interface Change {
  viewer: User;
  /** Lower case. */
  email: string;
  at?: Date;
}

/** An administrator's wish: no more mail to this address. Throws `forbidden`. */
export async function suppressAddress(db: Db, { viewer, email, at = new Date() }: Change): Promise<void> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  await db.transaction((tx) => addSuppression(tx, { email, reason: "manual", actorId: viewer.id, at }));
}

/** Sends mail to an address again. Throws `forbidden`. */
export async function unsuppressAddress(db: Db, { viewer, email, at = new Date() }: Change): Promise<void> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const lifted = await tx
      .delete(suppressions)
      .where(eq(suppressions.email, email))
      .returning({ email: suppressions.email });
    if (lifted.length === 0) return;
    await recordEvent(tx, { type: "mail.unsuppressed", actorId: viewer.id, data: { address: email }, at });
  });
}

const mostListed = 500;

/** The latest first. */
export async function listSuppressions(db: Db, viewer: Viewer) {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  const { createdAt, email } = suppressions;
  return db.select().from(suppressions).orderBy(desc(createdAt), asc(email)).limit(mostListed);
}

export async function findSuppression(db: Db, email: string) {
  const known = [email.toLowerCase(), hashedAddress(email.toLowerCase())];
  const [suppression] = await db.select().from(suppressions).where(inArray(suppressions.email, known));
  return suppression;
}

/** Whether `suppressions` speaks of the address in a column. */
export const isSuppressed = (address: SQLWrapper): SQL =>
  sql`${suppressions.email} in (${address}, ${hashedColumn(address)})`;
