import { and, eq, gt, isNull, lt, or } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { personalTokens, users } from "#db/schema";
import { domainOf } from "../text/address";
import type { User } from "../users/viewer";
import { scopeNames, type TokenScope } from "./scopes";
import { hashOfToken, isTokenValue } from "./token-value.server";

const hour = 60 * 60_000;

export interface TokenOwner {
  /** Of the token. */
  id: string;
  /** Whose it is, with their role of today. */
  user: User;
  scopes: TokenScope[];
  /** Whether it was made in a session that had used a passkey. */
  isByPasskey: boolean;
  usedAt: Date | null;
}

/** Whose token that is; undefined for what is none, is revoked or has ended, and where its owner is blocked. */
export async function findTokenOwner(db: Db, value: string, at = new Date()): Promise<TokenOwner | undefined> {
  if (!isTokenValue(value)) return;
  const { id, scopes, isByPasskey, usedAt, expiresAt, hash } = personalTokens;
  const [found] = await db
    .select({ id, scopes, isByPasskey, usedAt, user: users })
    .from(personalTokens)
    .innerJoin(users, eq(users.id, personalTokens.userId))
    .where(
      and(
        eq(hash, hashOfToken(value)),
        or(isNull(expiresAt), gt(expiresAt, at)),
        isNull(users.blockedAt),
        isNull(users.deletedAt),
      ),
    );
  if (!found) return;
  const { user, ...token } = found;
  const domain = user.email ? domainOf(user.email) : undefined;
  return {
    ...token,
    scopes: scopeNames.filter((name) => token.scopes.includes(name)),
    user: { id: user.id, name: user.name, role: user.role, language: user.language, domain },
  };
}

/** Notes that a token was used; of several within an hour, the first. */
export async function noteTokenUse(db: Db, { id, at = new Date() }: { id: string; at?: Date }): Promise<void> {
  const { usedAt } = personalTokens;
  await db
    .update(personalTokens)
    .set({ usedAt: at })
    .where(and(eq(personalTokens.id, id), or(isNull(usedAt), lt(usedAt, hourBefore(at)))));
}

/** Whether a use would be noted. */
export const isUseStale = ({ usedAt }: Pick<TokenOwner, "usedAt">, at = new Date()): boolean =>
  usedAt === null || usedAt < hourBefore(at);

const hourBefore = (at: Date): Date => new Date(at.getTime() - hour);
