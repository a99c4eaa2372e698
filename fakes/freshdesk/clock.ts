type Work = () => void | Promise<void>;

interface Alarm {
  at: number;
  order: number;
  work: Work;
}

/**
 * The simulator's only clock, in milliseconds since 1970. It runs `speed` times as fast as the wall's; with 0 it
 * stands still and moves by `advance` alone.
 */
export class Clock {
  #base: number;
  #since = performance.now();
  #alarms: Alarm[] = [];
  #order = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    start: number,
    readonly speed = 1,
  ) {
    this.#base = start;
  }

  now = (): number => Math.floor(this.#base + (performance.now() - this.#since) * this.speed);

  /** Moves on and does what falls due on the way, in order, waiting for each. */
  async advance(ms: number): Promise<void> {
    const until = this.now() + ms;
    for (let next = this.#due(until); next; next = this.#due(until)) {
      this.#moveTo(Math.max(next.at, this.now()));
      await next.work();
    }
    this.#moveTo(Math.max(until, this.now()));
    this.#arm();
  }

  /** Moves on, a step at a time, until that is done. */
  async until<Result>(work: Promise<Result>, step = second): Promise<Result> {
    let isDone = false;
    const done = () => {
      isDone = true;
    };
    work.then(done, done);
    while (!isDone) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      await this.advance(step);
    }
    return work;
  }

  after(ms: number, work: Work): void {
    this.#alarms.push({ at: this.now() + ms, order: this.#order++, work });
    this.#alarms.sort((a, b) => a.at - b.at || a.order - b.order);
    this.#arm();
  }

  /** For a client that is to live on this clock. */
  sleep = (ms: number): Promise<void> => new Promise((resolve) => this.after(ms, resolve));

  stop(): void {
    clearTimeout(this.#timer);
    this.#alarms = [];
  }

  #moveTo(time: number): void {
    this.#base = time;
    this.#since = performance.now();
  }

  #due(until: number): Alarm | undefined {
    const [next] = this.#alarms;
    return next && next.at <= until ? this.#alarms.shift() : undefined;
  }

  #arm(): void {
    clearTimeout(this.#timer);
    const [next] = this.#alarms;
    if (!next || this.speed === 0) return;
    const wait = Math.max(0, (next.at - this.now()) / this.speed);
    this.#timer = setTimeout(() => void this.advance(0), Math.min(wait + 1, 2 ** 31 - 1)).unref();
  }
}

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;
