// Loaded into a server before all else (`node --import`), for journeys that take days: its time, and so that of the
// database within it, is what the test says over the channel between them. The program itself has no such switch.
import { createRequire } from "node:module";

const begins = process.env.CLOCK;
// Processes and threads that the server starts have their own time.
delete process.env.CLOCK;
if (begins) moveClock(begins);

/** @param {string} begins an instant, in ISO 8601 */
function moveClock(begins) {
  const RealDate = Date;
  let ahead = RealDate.parse(begins) - RealDate.now();
  const now = () => RealDate.now() + ahead;
  process.on("message", (message) => {
    ahead = RealDate.parse(String(message)) - RealDate.now();
  });
  process.channel?.unref();

  globalThis.Date = new Proxy(RealDate, {
    get: (date, name) => (name === "now" ? now : Reflect.get(date, name)),
    construct: (date, parts, made) => Reflect.construct(date, parts.length > 0 ? parts : [now()], made),
  });
  RealDate.prototype.constructor = Date;
  moveTimers(now);
}

/**
 * Timers go by the clock as well: what it has left behind is due.
 * @param {() => number} now
 */
function moveTimers(now) {
  /** Milliseconds, real ones, after which a timer looks at the clock. */
  const step = 50;
  const begin = setTimeout;

  /** @param {boolean} repeats */
  const timer =
    (repeats) =>
    (/** @type {any} */ run, delay = 1, /** @type {any[]} */ ...values) => {
      let due = now() + delay;
      const look = () => {
        const isDue = now() >= due;
        if (!isDue || repeats) begun.refresh();
        if (!isDue) return;
        due = now() + delay;
        run(...values);
      };
      const begun = begin(look, Math.min(delay, step));
      return begun;
    };
  Object.assign(globalThis, { setTimeout: Object.assign(timer(false), begin), setInterval: timer(true) });

  // The queue's own worker pauses like this.
  const timers = createRequire(import.meta.url)("node:timers/promises");
  const pause = timers.setTimeout;
  timers.setTimeout = async (
    /** @type {number} */ delay,
    /** @type {unknown} */ value,
    /** @type {object} */ options,
  ) => {
    for (const due = now() + delay; now() < due; ) await pause(Math.min(due - now(), step), undefined, options);
    return value;
  };
}
