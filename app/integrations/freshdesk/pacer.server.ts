import { setMaxListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import PQueue from "p-queue";
import { Budget, type PaceClock } from "./budget.server";
import type { FreshdeskError } from "./freshdesk-error";
import { assumedTotal, type Endpoint, limitOf } from "./limits";
import { readRetryAfter } from "./read-response";

/** People see `visible` work and wait for it; `background` work is what nobody does. */
export type Priority = "visible" | "normal" | "background";

export interface PaceOptions {
  /** The share of the account's limit that stays for the customer's other apps. */
  headRoom?: number;
  /** Calls under way at a time. */
  concurrency?: number;
  /** Milliseconds that Freshdesk's limit is for. */
  window?: number;
  clock?: PaceClock;
}

export interface Turn {
  priority: Priority;
  /** Calls that Freshdesk counts it as. */
  cost: number;
  endpoint?: Endpoint;
}

const ranks: Record<Priority, number> = { visible: 2, normal: 1, background: 0 };
const wallClock: PaceClock = { now: Date.now, sleep: (ms, signal) => sleep(ms, undefined, { signal }) };

/**
 * When calls may go. Ours stay below what the account has minus the head-room; when others use it up, ours wait
 * too. What Freshdesk says in its headers counts, so that a restart knows how much is left.
 */
export class Pacer {
  readonly clock: PaceClock;
  readonly #headRoom: number;
  readonly #window: number;
  readonly #underWay: PQueue;
  readonly #account: Budget;
  readonly #endpoints: Record<Endpoint, Budget>;
  #total = assumedTotal;
  /** What Freshdesk last said was left, less what has gone out since. */
  #reading: { at: number; left: number } | undefined;
  #costUnderWay = 0;
  #blockedUntil = 0;
  #breaker = newBreaker();

  constructor({ headRoom = 0.3, concurrency = 4, window = 60_000, clock = wallClock }: PaceOptions = {}) {
    this.clock = clock;
    this.#headRoom = headRoom;
    this.#window = window;
    this.#underWay = new PQueue({ concurrency });
    this.#account = new Budget(
      clock,
      window,
      () => this.#ourShare(this.#total),
      (cost) => this.#waitForOthers(cost),
    );
    const own = (endpoint: Endpoint) => new Budget(clock, window, () => this.#ourShare(limitOf(endpoint, this.#total)));
    this.#endpoints = { create: own("create"), update: own("update"), list: own("list"), contacts: own("contacts") };
  }

  /** Does the work when its turn comes. Rejects at once while the breaker is open. */
  async run<Result>({ priority, cost, endpoint }: Turn, work: () => Promise<Result>): Promise<Result> {
    const { signal } = this.#breaker;
    const rank = ranks[priority];
    let isOut = false;
    try {
      signal.throwIfAborted();
      if (endpoint) await this.#endpoints[endpoint].take(1, rank, signal);
      await this.#account.take(cost, rank, signal, () => {
        isOut = true;
        this.#goOut(cost);
      });
      return await this.#underWay.add(work, { priority: rank });
    } finally {
      if (isOut) this.#costUnderWay -= cost;
      this.#account.reconsider();
    }
  }

  /** Learns from the headers of the response to a call that cost so much. */
  learn(status: number, headers: Headers, cost: number): void {
    const now = this.clock.now();
    const total = Number.parseFloat(headers.get("x-ratelimit-total") ?? "");
    const left = Number.parseFloat(headers.get("x-ratelimit-remaining") ?? "");
    if (total > 0) this.#total = total;
    // Others under way may be counted in it already or not: they are taken off, to be safe.
    if (Number.isFinite(left)) this.#reading = { at: now, left: left - (this.#costUnderWay - cost) };
    if (status === 429) this.#blockedUntil = now + (readRetryAfter(headers) ?? this.#window);
    this.#account.reconsider();
    for (const endpoint of Object.values(this.#endpoints)) endpoint.reconsider();
  }

  /** Whatever waits, and whatever comes, is rejected with this until {@link reset}. */
  break(reason: FreshdeskError): void {
    this.#breaker.abort(reason);
  }

  get brokenBy(): FreshdeskError | null {
    return this.#breaker.signal.aborted ? this.#breaker.signal.reason : null;
  }

  reset(): void {
    if (this.#breaker.signal.aborted) this.#breaker = newBreaker();
  }

  /** What the account has, as far as is known, in calls per minute. */
  get known(): { total: number; left: number | null } {
    return { total: this.#total, left: this.#reading?.left ?? null };
  }

  #goOut(cost: number): void {
    this.#costUnderWay += cost;
    if (this.#reading) this.#reading.left -= cost;
  }

  #ourShare(limit: number): number {
    return Math.max(1, Math.floor(limit * (1 - this.#headRoom)));
  }

  #waitForOthers(cost: number): number {
    const now = this.clock.now();
    if (now < this.#blockedUntil) return this.#blockedUntil - now;
    if (this.#reading && now - this.#reading.at >= this.#window) this.#reading = undefined;
    // Nobody knows what is left: one call goes ahead and finds out.
    if (!this.#reading) return this.#costUnderWay > 0 ? this.#window : 0;
    const leftAfterwards = this.#reading.left - cost;
    return leftAfterwards < this.#total * this.#headRoom - 1e-9 ? this.#reading.at + this.#window - now : 0;
  }
}

/** Aborts all calls that wait for their turn, for which each adds a listener. */
function newBreaker(): AbortController {
  const breaker = new AbortController();
  setMaxListeners(0, breaker.signal);
  return breaker;
}
