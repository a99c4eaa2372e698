import { and, eq, inArray, isNotNull, lt, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { deliveries, mailTokens, supporters } from "#db/schema";
import { hashedAddress, hashedColumn } from "../../core/users/hashed-address.server";

/** All that says who somebody is; hashes stay, so that they are not asked again. */
export const forgotten = {
  email: null,
  language: null,
  userId: null,
  contactId: hashedColumn(supporters.contactId),
};

/** The account is deleted: whoever it was supports nothing any more, and links in mails do nothing. */
export async function forgetSupporters(tx: Db, { id, email }: { id: string; email: string | null }): Promise<void> {
  const isTheirs = or(
    eq(supporters.userId, id),
    email ? eq(supporters.email, email) : undefined,
    email ? eq(supporters.contactId, hashedAddress(email)) : undefined,
    email ? eq(supporters.emailHash, hashedAddress(email)) : undefined,
  );
  const found = await tx.select({ id: supporters.id, state: supporters.state }).from(supporters).where(isTheirs);
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return;
  await tx.delete(mailTokens).where(inArray(mailTokens.supporterId, ids));
  await tx.update(deliveries).set({ supporterId: null }).where(inArray(deliveries.supporterId, ids));
  const known = found.filter(({ state }) => !["declined", "lapsed"].includes(state)).map(({ id }) => id);
  await tx
    .update(supporters)
    .set({ ...forgotten, state: "declined" })
    .where(inArray(supporters.id, known));
  await tx.update(supporters).set({ state: "declined", userId: null }).where(inArray(supporters.id, ids));
}

const day = 24 * 60 * 60_000;

/** Whoever has not answered for a year has links that do nothing any more; the address goes with them. */
export async function forgetOldAsks(db: Db, at: Date): Promise<void> {
  await db
    .update(supporters)
    .set({ email: null, language: null })
    .where(and(isNotNull(supporters.email), lt(supporters.askedAt, new Date(at.getTime() - 366 * day))));
}

/** The mail that asked says no more to whom it went; a complaint about it still reaches the same hash. */
export async function hashAddressee(tx: Db, supporterId: string): Promise<void> {
  await tx
    .update(deliveries)
    .set({ to: hashedColumn(deliveries.to) })
    .where(and(eq(deliveries.supporterId, supporterId), sql`${deliveries.to} not like 'sha256:%'`));
}
