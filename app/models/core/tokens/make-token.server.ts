import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { personalTokens } from "#db/schema";
import { DomainError } from "../domain-error";
import { recordEvent } from "../events/record.server";
import { takeTurns } from "../take-turns.server";
import { holdAccount } from "../users/hold-account.server";
import type { User } from "../users/viewer";
import type { TokenDraft } from "./draft";
import { scopesFor } from "./scopes";
import { hashOfToken, newTokenValue } from "./token-value.server";

const mostTokens = 20;
const day = 24 * 60 * 60_000;

interface MakeToken {
  viewer: User;
  /** Made by the form, so that the same form sent twice makes one. */
  id: string;
  draft: TokenDraft;
  /** Whether the viewer's session has used a passkey. */
  isByPasskey: boolean;
  at?: Date;
}

/**
 * Makes a token by which programs act in the viewer's name. Resolves to its value, which nobody can find out later.
 * Throws `forbidden` for a scope that is not for the viewer, `tooManyTokens`, and `tokenMade` for the same form again.
 */
export async function makeToken(
  db: Db,
  { viewer, id, draft, isByPasskey, at = new Date() }: MakeToken,
): Promise<string> {
  const { name, scopes, life } = draft;
  const offered = scopesFor(viewer);
  if (scopes.some((scope) => !offered.includes(scope))) throw new DomainError("forbidden");
  const value = newTokenValue();
  const expiresAt = life === "never" ? null : new Date(at.getTime() + Number(life) * day);
  await db.transaction(async (tx) => {
    await holdAccount(tx, viewer.id);
    await takeTurns(tx, `tokens ${viewer.id}`);
    if ((await tx.$count(personalTokens, eq(personalTokens.id, id))) > 0) throw new DomainError("tokenMade");
    const known = await tx.$count(personalTokens, eq(personalTokens.userId, viewer.id));
    if (known >= mostTokens) throw new DomainError("tooManyTokens");
    const common = { id, userId: viewer.id, name, isByPasskey, createdAt: at, expiresAt };
    await tx.insert(personalTokens).values({ ...common, hash: hashOfToken(value), scopes: [...new Set(scopes)] });
    await recordEvent(tx, { type: "token.created", actorId: viewer.id, data: { tokenId: id }, at });
  });
  return value;
}
