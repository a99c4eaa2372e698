import { setTimeout as pause } from "node:timers/promises";
import { answerOf } from "../answer";
import { requestAt } from "../requests";

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
      const vote = await answerOf(origin, requestAt({ kind: "votes", posts: [number], sessions: [session] }, 0));
      const { voteCount } = JSON.parse(vote.body) as { voteCount: number };
      const page = await answerOf(origin, { method: "GET", path, headers: {} });
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
