import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { incomingMails } from "#db/schema";

/** A mail that waits to be read; undefined where that was done already. */
export async function findUnreadMail(db: Db, id: string): Promise<Uint8Array | undefined> {
  const [mail] = await db
    .select({ raw: sql<string>`encode(${incomingMails.raw}, 'base64')` })
    .from(incomingMails)
    .where(and(eq(incomingMails.id, id), isNull(incomingMails.outcome)));
  return mail && Buffer.from(mail.raw, "base64");
}
