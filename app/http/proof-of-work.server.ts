import { createHash } from "node:crypto";
import { type Challenge, createChallenge, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { z } from "zod";
import { isWithin } from "./rate-limit.server";
import type { Visit } from "./visit.server";

interface Asking {
  email: string;
  asker: string;
}

const life = 20 * 60_000;
/** Rounds of one try; about 256 tries are needed, so it takes a computer a second and a telephone some. */
const leastCost = 10_000;

/** What a browser has to work out before a code of its is looked at; more, the more browsers there are that ask. */
export function createWork({ env }: Visit, asking: Asking, rivals: number): Promise<Challenge> {
  return createChallenge({
    algorithm: "PBKDF2/SHA-256",
    cost: leastCost * 2 ** Math.min(4, Math.floor(Math.log2(Math.max(1, rivals / 12)))),
    deriveKey,
    expiresAt: new Date(Date.now() + life),
    hmacSignatureSecret: env.SESSION_SECRET,
    data: { for: purpose(asking) },
  });
}

const work = z.object({
  challenge: z.object({
    parameters: z.looseObject({
      algorithm: z.literal("PBKDF2/SHA-256"),
      nonce: z.string(),
      salt: z.string(),
      cost: z
        .number()
        .int()
        .max(leastCost * 16),
      keyLength: z.literal(32),
      keyPrefix: z.literal("00"),
      expiresAt: z.number(),
      data: z.object({ for: z.string() }),
    }),
    signature: z.string().max(200),
  }),
  solution: z.object({ counter: z.number().int(), derivedKey: z.string().length(64) }),
});

/** Redeems a proof of work. Resolves to whether it is right, for this asking, and was not redeemed before. */
export async function redeemWork(context: Visit, asking: Asking, proof: string): Promise<boolean> {
  const parsed = work.safeParse(readJson(proof));
  if (!parsed.success || parsed.data.challenge.parameters.data.for !== purpose(asking)) return false;
  const { challenge, solution } = parsed.data;
  const { verified } = await verifySolution({
    challenge: challenge as Challenge,
    solution,
    deriveKey,
    hmacSignatureSecret: context.env.SESSION_SECRET,
  });
  if (!verified) return false;
  return isWithin(challenge.signature, "proof", context);
}

const purpose = ({ email, asker }: Asking): string =>
  createHash("sha256").update(`${asker} ${email}`).digest("base64url");

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return;
  }
}
