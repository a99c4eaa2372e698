import { type AnyColumn, isNull, lt, or, type SQL, sql } from "drizzle-orm";

/** Milliseconds: how often a long job says that it is alive, and when one that has not is taken for dead. */
export const heartbeatPace = { every: 1000, death: 40_000 } as const;

/** Whether nobody is at it, going by the column with the last heartbeat. */
export const isFree = (workedAt: AnyColumn): SQL | undefined =>
  or(isNull(workedAt), lt(workedAt, sql`now() - ${heartbeatPace.death / 1000} * interval '1 second'`));

interface Heartbeat {
  /** Writes that the job is alive, and how much it has done. */
  beat: (done: number) => Promise<unknown>;
  /** Writes that nobody is at it any more. */
  leave: () => Promise<unknown>;
}

/** Has a long job say that it is alive, so that others neither take it for dead nor wait for one that is. */
export function startHeartbeat({ beat, leave }: Heartbeat) {
  let done = 0;
  let beating: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    beating ??= beat(done)
      // Where the database is away, the work itself fails of it.
      .catch(() => {})
      .finally(() => {
        beating = undefined;
      });
  }, heartbeatPace.every);
  return {
    /** So much is done. */
    reach(some: number) {
      done = some;
    },
    async end() {
      clearInterval(timer);
      await beating;
      await leave();
    },
  };
}
