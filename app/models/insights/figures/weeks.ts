import type { VotesOfWeek } from "../requests/find-request.server";
import { addDays, mondayOf } from "./period";

/** Weeks that a chart has room for. */
const shownWeeks = 26;

/** The weeks of half a year up to now, with those that had no vote; votes from before are in none. */
export function fillWeeks(counted: VotesOfWeek[], now: Date): VotesOfWeek[] {
  const votes = new Map(counted.map((week) => [week.week, week.votes]));
  return weeksUpTo(now).map((week) => ({ week, votes: votes.get(week) ?? 0 }));
}

/** The Mondays of those weeks, the latest last. */
export function weeksUpTo(now: Date): string[] {
  const last = mondayOf(now);
  return Array.from({ length: shownWeeks }, (_, i) => addDays(last, (i - shownWeeks + 1) * 7));
}
