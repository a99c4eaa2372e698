import PQueue from "p-queue";

export interface PaceClock {
  /** Milliseconds. */
  now(): number;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/**
 * Lets calls through in order of priority, as many as there is room for in any stretch of time as long as `window`.
 */
export class Budget {
  /** Nobody overtakes the one at the head, or costly calls would never find room. */
  readonly #queue = new PQueue({ concurrency: 1 });
  #spent: { at: number; cost: number }[] = [];
  #wake = () => {};

  constructor(
    private readonly clock: PaceClock,
    private readonly window: number,
    /** What may be spent in a window. */
    private readonly limit: () => number,
    /** Milliseconds to wait for reasons of its own; 0 when there are none. */
    private readonly otherWait: (cost: number) => number = () => 0,
  ) {}

  /**
   * Waits for room and takes it, and says so before anybody else may take. Rejects when the signal does not want to
   * wait any longer.
   */
  async take(cost: number, priority: number, signal: AbortSignal, onTaken = () => {}): Promise<void> {
    await this.#queue.add(
      async () => {
        for (let wait = this.#wait(cost); wait > 0; wait = this.#wait(cost)) await this.#pause(wait, signal);
        this.#spent.push({ at: this.clock.now(), cost });
        onTaken();
      },
      { priority, signal },
    );
  }

  /** What is known has changed: whoever waits reckons again. */
  reconsider(): void {
    this.#wake();
  }

  #wait(cost: number): number {
    const now = this.clock.now();
    this.#spent = this.#spent.filter(({ at }) => at > now - this.window);
    return Math.max(this.otherWait(cost), this.#waitForRoom(cost, now));
  }

  /** Until enough of what was spent is longer ago than a window. */
  #waitForRoom(cost: number, now: number): number {
    let over = this.#spent.reduce((sum, spent) => sum + spent.cost, 0) + cost - Math.max(this.limit(), cost);
    for (const spent of this.#spent) {
      if (over <= 0) return 0;
      over -= spent.cost;
      if (over <= 0) return spent.at + this.window - now;
    }
    return 0;
  }

  async #pause(ms: number, signal: AbortSignal): Promise<void> {
    const done = new AbortController();
    const change = new Promise<void>((resolve) => {
      this.#wake = resolve;
      signal.addEventListener("abort", () => resolve(), { signal: done.signal });
    });
    await Promise.race([this.clock.sleep(ms, done.signal).catch(() => {}), change]);
    done.abort();
    signal.throwIfAborted();
  }
}
