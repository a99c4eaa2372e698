/** Milliseconds that what has failed is left alone. */
const rest = 10_000;

/** Remembers that something failed, so that not everybody waits for it to fail again; now and then one tries. */
export function createBreaker(now: () => number = Date.now) {
  let restsUntil = 0;
  return {
    isOpen: (): boolean => now() < restsUntil,
    fail(): void {
      restsUntil = now() + rest;
    },
    succeed(): void {
      restsUntil = 0;
    },
  };
}

export type Breaker = ReturnType<typeof createBreaker>;
