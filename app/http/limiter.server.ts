import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
} from "rate-limiter-flexible";
import { type Db, positional, rows } from "#db/client.server";
import type { Limit } from "./limits";

const limiters = new WeakMap<Db, Map<string, Limiter>>();

interface Limiter {
  free?: RateLimiterMemory;
  counted: RateLimiterAbstract;
}

/** Counts one more, for all processes on this database; resolves to the milliseconds until the next is let through. */
export async function countAgainst(db: Db, name: string, limit: Limit, key: string): Promise<number> {
  const { free, counted } = limiterOf(db, name, limit);
  if (free && (await consume(free, key)) === 0) return 0;
  return consume(counted, key);
}

async function consume(limiter: RateLimiterAbstract, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refusal) {
    // The library throws what it would have returned.
    if (refusal instanceof RateLimiterRes) return Math.max(1, refusal.msBeforeNext);
    throw refusal;
  }
}

function limiterOf(db: Db, name: string, limit: Limit): Limiter {
  let ofDatabase = limiters.get(db);
  if (!ofDatabase) limiters.set(db, (ofDatabase = new Map()));
  // Of one that the portal has set anew, the counts go on.
  const key = `${name} ${limit.points}`;
  let limiter = ofDatabase.get(key);
  if (!limiter) ofDatabase.set(key, (limiter = createLimiter(db, name, limit)));
  return limiter;
}

/**
 * One statement on a table that nobody waits for the disk for. Whoever is refused already is refused from memory; and
 * where the database does not count, this process does (docs/decisions/021).
 */
function createLimiter(db: Db, keyPrefix: string, { points, duration, free = 0 }: Limit): Limiter {
  const counted = new RateLimiterPostgres({
    keyPrefix,
    points: points - free,
    duration,
    storeClient: { query: (statement: Statement) => query(db, statement) },
    storeType: "client",
    tableName: "rate_limits",
    tableCreated: true,
    // The job forget-access clears away what has expired, for all processes.
    clearExpiredByTimeout: false,
    inMemoryBlockOnConsumed: points - free + 1,
    insuranceLimiter: new RateLimiterMemory({ keyPrefix, points: points - free, duration }),
  });
  return { free: free > 0 ? new RateLimiterMemory({ keyPrefix, points: free, duration }) : undefined, counted };
}

interface Statement {
  text: string;
  values: unknown[];
}

const query = async (db: Db, { text, values }: Statement) => ({ rows: await rows(db, positional(text, values)) });
