import type { Db } from "#db/client.server";
import { enqueue } from "#db/queue.server";
import { hookMessages } from "#db/schema";

interface Received {
  /** The provider's id of the mail. */
  providerId: string;
  /** Of what it sent us, so that the same again changes nothing. */
  messageId: string;
}

/** The provider says that a mail came in: it is fetched afterwards. */
export async function reportReceivedMail(db: Db, { providerId, messageId }: Received): Promise<void> {
  await db.transaction(async (tx) => {
    const isNew = await tx.insert(hookMessages).values({ id: messageId }).onConflictDoNothing().returning();
    if (isNew.length > 0) await enqueue(tx, [{ name: "fetch-mail", data: { providerId } }]);
  });
}
