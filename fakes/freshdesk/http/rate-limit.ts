import { type Clock, minute } from "../clock";

type Limits = Record<"create" | "update" | "list" | "contacts", number> & { total: number };

const plans = {
  trial: { total: 50, create: 50, update: 50, list: 50, contacts: 50 },
  growth: { total: 200, create: 80, update: 80, list: 20, contacts: 20 },
  pro: { total: 400, create: 160, update: 160, list: 100, contacts: 100 },
  enterprise: { total: 700, create: 280, update: 280, list: 200, contacts: 200 },
  bought1000: { total: 1000, create: 400, update: 400, list: 300, contacts: 300 },
  bought2000: { total: 2000, create: 800, update: 800, list: 400, contacts: 400 },
} satisfies Record<string, Limits>;

export type Rate = { plan: keyof typeof plans; window?: number } | (Limits & { window?: number });

/** One bucket for the account and one for each endpoint with a limit of its own, filled anew every minute. */
export class RateLimit {
  readonly limits: Limits;
  /** Calls answered with 429 because the budget was spent. */
  exceeded = 0;
  /** The most calls in one minute, those of other apps included. */
  peak = 0;
  readonly #window: number;
  #opened: number;
  #used: Record<keyof Limits, number> = { total: 0, create: 0, update: 0, list: 0, contacts: 0 };

  constructor(
    readonly clock: Clock,
    rate: Rate,
  ) {
    this.limits = "plan" in rate ? plans[rate.plan] : rate;
    this.#window = rate.window ?? minute;
    this.#opened = clock.now();
  }

  /** Takes from the buckets; false when one of them is empty. Refused calls count too. */
  take(cost: number, limit?: Exclude<keyof Limits, "total">): boolean {
    this.#turn();
    const has = this.#left("total") >= cost && (!limit || this.#left(limit) >= 1);
    this.#used.total += cost;
    if (limit) this.#used[limit] += 1;
    this.peak = Math.max(this.peak, this.#used.total);
    if (!has) this.exceeded += 1;
    return has;
  }

  /** What other apps of the account use up. */
  useElsewhere(calls: number): void {
    this.#turn();
    this.#used.total += calls;
  }

  headers(cost: number, asFloats: boolean): Record<string, string> {
    const write = (value: number) => (asFloats ? value.toFixed(1) : String(value));
    return {
      "X-Ratelimit-Total": write(this.limits.total),
      "X-Ratelimit-Remaining": write(Math.max(0, this.#left("total"))),
      "X-Ratelimit-Used-CurrentRequest": write(cost),
    };
  }

  /** Whole seconds until the buckets are full again. */
  retryAfter(): number {
    return Math.max(1, Math.ceil((this.#opened + this.#window - this.clock.now()) / 1000));
  }

  #left(limit: keyof Limits): number {
    return this.limits[limit] - this.#used[limit];
  }

  #turn(): void {
    const past = Math.floor((this.clock.now() - this.#opened) / this.#window);
    if (past < 1) return;
    this.#opened += past * this.#window;
    this.#used = { total: 0, create: 0, update: 0, list: 0, contacts: 0 };
  }
}
