import { errors, jwtVerify } from "jose";
import { z } from "zod";
import { DomainError } from "~/models/core/domain-error";
import type { Visit } from "./visit.server";

/** Seconds that a token may be good for at most. */
const longestLife = 3600;

const claims = z.object({
  exp: z.number(),
  /** The app's own id of the person, which outlives a change of address. */
  sub: z.string().min(1).max(255).optional(),
  email: z.string().max(1000),
  name: z.string().max(1000).optional(),
  company: z
    .object({ domain: z.string().max(253), name: z.string().max(1000), value: z.number().min(0).max(1e12) })
    .partial()
    .optional(),
});

export interface OwnAppToken {
  claims: z.output<typeof claims>;
  /** What is signed: the same for each of the ways in which a signature can be written down. */
  signed: string;
}

/**
 * What the customer's own app says of somebody, signed by either of its secrets, for this portal. Throws `tokenWrong` or
 * `tokenOld`.
 */
export async function readOwnAppToken({ env, origin }: Visit, token: string, at = new Date()): Promise<OwnAppToken> {
  const { SSO_SECRET, SSO_SECRET_NEXT } = env;
  const payload = await verify(token, [SSO_SECRET, SSO_SECRET_NEXT], { audience: origin, currentDate: at });
  const parsed = claims.safeParse(payload);
  if (!parsed.success || parsed.data.exp - at.getTime() / 1000 > longestLife) throw new DomainError("tokenWrong");
  return { claims: parsed.data, signed: token.slice(0, token.lastIndexOf(".")) };
}

type Expected = { audience: string; currentDate: Date };

async function verify(token: string, secrets: (string | undefined)[], expected: Expected): Promise<unknown> {
  for (const secret of secrets) {
    if (!secret) continue;
    const outcome = await jwtVerify(token, new TextEncoder().encode(secret), {
      ...expected,
      algorithms: ["HS256"],
      requiredClaims: ["exp", "aud"],
    }).catch(faultOf);
    if (outcome === "of another secret") continue;
    if (outcome instanceof DomainError) throw outcome;
    return outcome.payload;
  }
  throw new DomainError("tokenWrong");
}

function faultOf(error: unknown): DomainError | "of another secret" {
  if (error instanceof errors.JWSSignatureVerificationFailed) return "of another secret";
  if (error instanceof errors.JWTExpired) return new DomainError("tokenOld");
  if (error instanceof errors.JOSEError) return new DomainError("tokenWrong");
  throw error;
}
