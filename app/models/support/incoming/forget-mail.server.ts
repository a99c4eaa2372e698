import { and, isNotNull, lt } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { incomingMails } from "#db/schema";

/** Milliseconds that mails are kept as they came. */
const keptFor = 90 * 24 * 60 * 60_000;

/** Forgets mails that were read long ago; what they said stands in their tickets. */
export async function forgetIncomingMail(db: Db, at: Date): Promise<void> {
  const before = new Date(at.getTime() - keptFor);
  await db.delete(incomingMails).where(and(isNotNull(incomingMails.outcome), lt(incomingMails.receivedAt, before)));
}
