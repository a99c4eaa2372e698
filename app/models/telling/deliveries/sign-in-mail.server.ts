import type { Db } from "#db/client.server";
import { deliveries } from "#db/schema";

interface SignInMail {
  id: string;
  to: string;
  subject: string;
  html: string;
  text: string;
}

/**
 * Writes down that a sign-in mail is on its way; the same one again changes nothing. Its words, which sign
 * somebody in, are kept for the outbox only.
 */
export async function queueSignInMail(db: Db, { id, to, ...words }: SignInMail, { keepsText }: { keepsText: boolean }) {
  await db
    .insert(deliveries)
    .values({ id, kind: "sign-in", to, ...(keepsText && words) })
    .onConflictDoNothing();
}
