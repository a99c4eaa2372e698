import { createHash, createHmac } from "node:crypto";
import type { Db } from "#db/client.server";
import { mailTokens } from "#db/schema";
import type { MailScope } from "#db/schema/telling/deliveries";

export interface MailToken {
  token: string;
  scope: MailScope;
  /** Whose link it is: somebody with an account, a customer without, or whoever gets the changelog. */
  userId: string | null;
  supporterId?: string | null;
  subscriberId?: string | null;
  postId: string | null;
}

/**
 * A token for a link in a mail: opaque, the same each time for the same mail, scope and post, and made of the
 * server's secret, so that nobody else can make one. The database knows its hash only.
 */
export function mailTokenFor(secret: string, mail: { deliveryId: string; scope: MailScope; postId?: string }): string {
  const about = `mail:${mail.scope}:${mail.deliveryId}:${mail.postId ?? ""}`;
  return createHmac("sha256", secret).update(about).digest("base64url");
}

export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Makes tokens known, so that their links work; the same ones again change nothing. */
export async function keepMailTokens(tx: Db, tokens: MailToken[], at = new Date()): Promise<void> {
  if (tokens.length === 0) return;
  const values = tokens.map(({ token, ...rest }) => ({ ...rest, hash: hashToken(token), createdAt: at }));
  await tx.insert(mailTokens).values(values).onConflictDoNothing();
}
