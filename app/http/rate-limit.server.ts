import { RateLimiterMemory } from "rate-limiter-flexible";
import { DomainError } from "~/models/domain-error";
import type { User } from "~/models/users/viewer";

const minutes = 60;

/** How often one person may do what others see, and one address may ask for mail. */
const limits = {
  post: { points: 10, duration: 10 * minutes },
  comment: { points: 30, duration: 10 * minutes },
  vote: { points: 120, duration: 10 * minutes },
  preview: { points: 120, duration: 10 * minutes },
  similar: { points: 600, duration: 10 * minutes },
  people: { points: 300, duration: 10 * minutes },
  export: { points: 10, duration: 10 * minutes },
  upload: { points: 30, duration: 10 * minutes },
  subscribe: { points: 20, duration: 10 * minutes },
  signIn: { points: 60, duration: 10 * minutes },
};

const limiters = Object.fromEntries(
  Object.entries(limits).map(([name, limit]) => [name, new RateLimiterMemory(limit)]),
) as Record<keyof typeof limits, RateLimiterMemory>;

/** What nobody has to be signed in for. */
type Anonymous = "signIn" | "subscribe";

export const limitActions = (what: Exclude<keyof typeof limits, Anonymous>, { id }: User): Promise<void> =>
  consume(what, id);

export const limitAddress = (what: Anonymous, ip: string): Promise<void> => consume(what, ip);

async function consume(what: keyof typeof limits, key: string): Promise<void> {
  const { remainingPoints, msBeforeNext } = await limiters[what].consume(key).catch(refusal);
  if (remainingPoints < 0) throw tooMany(msBeforeNext);
}

/** The library rejects with what it would have resolved to. */
function refusal(result: { msBeforeNext: number }) {
  return { remainingPoints: -1, msBeforeNext: result.msBeforeNext };
}

const tooMany = (ms: number) =>
  new DomainError("tooManyRequests", { params: { count: Math.max(1, Math.ceil(ms / 60_000)) } });
