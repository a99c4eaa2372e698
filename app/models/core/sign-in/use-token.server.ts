import { createHash } from "node:crypto";
import type { Db } from "#db/client.server";
import { usedTokens } from "#db/schema";

/** Uses up what is good once. Resolves to whether it was not used before. */
export async function useToken(db: Db, token: string, expiresAt: Date): Promise<boolean> {
  const hash = createHash("sha256").update(token).digest("hex");
  const used = await db.insert(usedTokens).values({ hash, expiresAt }).onConflictDoNothing().returning();
  return used.length > 0;
}
