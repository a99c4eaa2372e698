import { setTimeout as pause } from "node:timers/promises";
import { requestAt } from "../requests";
import { responseOf } from "../response";

export interface Probe {
  /** Votes after each of which the post was read at once. */
  writes: number;
  /** Those that the next read did not show. */
  missed: number;
}

const pace = 500;

/** Votes and reads what was voted for, again and again until it is told to stop. */
export function startProbe(
  origin: string,
  { number, path, sessions }: { number: number; path: string; sessions: string[] },
) {
  const probe: Probe = { writes: 0, missed: 0 };
  let isOver = false;
  const done = run();

  async function run(): Promise<void> {
    for (const session of sessions) {
      if (isOver) return;
      const vote = await responseOf(origin, requestAt({ kind: "votes", posts: [number], sessions: [session] }, 0));
      const { voteCount } = JSON.parse(vote.body) as { voteCount: number };
      const page = await responseOf(origin, { method: "GET", path, headers: {} });
      probe.writes++;
      if (!page.body.includes(`data-count="${voteCount}"`)) probe.missed++;
      await pause(pace);
    }
  }

  return async (): Promise<Probe> => {
    isOver = true;
    await done;
    return probe;
  };
}
