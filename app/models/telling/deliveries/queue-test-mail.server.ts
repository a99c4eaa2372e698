import type { Db } from "#db/client.server";
import { deliveries } from "#db/schema";

interface TestMail {
  id: string;
  userId: string;
  to: string;
  subject: string;
  html: string;
  text: string;
}

/** Writes down that a test mail is on its way; its words are kept for the outbox only. */
export async function queueTestMail(db: Db, mail: TestMail, { keepsText }: { keepsText: boolean }): Promise<void> {
  const { id, userId, to, subject, html, text } = mail;
  const words = keepsText ? { html, text } : {};
  await db.insert(deliveries).values({ id, kind: "test", userId, to, subject, ...words, attemptedAt: new Date() });
}
