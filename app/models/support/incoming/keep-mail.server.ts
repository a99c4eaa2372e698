import { createHash } from "node:crypto";
import { v7 as uuid } from "uuid";
import type { Db } from "#db/client.server";
import { enqueue } from "#db/queue.server";
import { incomingMails } from "#db/schema";

/** Takes a mail in as it came, and has it read afterwards: from then on it is ours. The same bytes again change nothing. */
export async function keepIncomingMail(db: Db, raw: Uint8Array, at = new Date()): Promise<void> {
  const sha256 = createHash("sha256").update(raw).digest("hex");
  await db.transaction(async (tx) => {
    const [kept] = await tx
      .insert(incomingMails)
      .values({ id: uuid(), sha256, raw, receivedAt: at })
      .onConflictDoNothing()
      .returning({ id: incomingMails.id });
    if (kept) await enqueue(tx, [{ name: "read-mail", data: { id: kept.id } }]);
  });
}
