import { type AnyColumn, isNull, lt, or, type SQL, sql } from "drizzle-orm";

/** Milliseconds: how often a long job says that it is alive, and when one that has not is taken for dead. */
export const signPace = { every: 1000, death: 40_000 } as const;

/** Whether nobody is at it, going by the column with the last sign. */
export const isFree = (workedAt: AnyColumn): SQL | undefined =>
  or(isNull(workedAt), lt(workedAt, sql`now() - ${signPace.death / 1000} * interval '1 second'`));

interface Signs {
  /** Writes that the job is alive, and how much it has done. */
  sign: (done: number) => Promise<unknown>;
  /** Writes that nobody is at it any more. */
  leave: () => Promise<unknown>;
}

/** Has a long job say that it is alive, so that others neither take it for dead nor wait for one that is. */
export function giveSigns({ sign, leave }: Signs) {
  let done = 0;
  let signing: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    signing ??= sign(done)
      // Where the database is away, the work itself fails of it.
      .catch(() => {})
      .finally(() => {
        signing = undefined;
      });
  }, signPace.every);
  return {
    /** So much is done. */
    reach(some: number) {
      done = some;
    },
    async end() {
      clearInterval(timer);
      await signing;
      await leave();
    },
  };
}
