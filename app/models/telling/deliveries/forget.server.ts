import { lt, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { deliveries, hookMessages, mailTokens } from "#db/schema";

const day = 24 * 60 * 60_000;

/** Links in mails work for a year, the list of mails goes back ninety days, hooks may repeat for thirty. */
export async function forgetOldMail(db: Db, at: Date): Promise<void> {
  const before = (days: number) => new Date(at.getTime() - days * day);
  await db.delete(mailTokens).where(lt(mailTokens.createdAt, before(366)));
  await db.delete(hookMessages).where(lt(hookMessages.receivedAt, before(30)));
  await db.delete(deliveries).where(sql`${lt(deliveries.createdAt, before(90))} and ${deliveries.status} <> 'queued'`);
}
