interface Signs {
  /** Milliseconds. */
  every: number;
  /** Writes that the job is alive, and how much it has done. */
  sign: (done: number) => Promise<unknown>;
  /** Writes that nobody is at it any more. */
  leave: () => Promise<unknown>;
}

/** Has a long job say that it is alive, so that others neither take it for dead nor wait for one that is. */
export function giveSigns({ every, sign, leave }: Signs) {
  let done = 0;
  let signing: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    signing ??= sign(done)
      // Where the database is away, the work itself fails of it.
      .catch(() => {})
      .finally(() => {
        signing = undefined;
      });
  }, every);
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
