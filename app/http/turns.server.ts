import PQueue from "p-queue";

/** Requests of one process that may be at the same thing at a time; the others wait here and hold no connection. */
const atOnce = 2;

const queues = new Map<string, PQueue>();

/**
 * Does the work when it is its turn among those of the same key. What everybody wants at once (a vote for the post of
 * the day) then takes a bounded number of the database's connections, and whoever wants something else finds one.
 */
async function takeTurns<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
  const queue = queues.get(key) ?? new PQueue({ concurrency: atOnce });
  queues.set(key, queue);
  try {
    return await queue.add(work);
  } finally {
    if (queue.size === 0 && queue.pending === 0) queues.delete(key);
  }
}

/** The same for work that changes the votes of one post. */
export const takeTurnsAtVoting = <Result>(number: number, work: () => Promise<Result>): Promise<Result> =>
  takeTurns(`vote ${number}`, work);
