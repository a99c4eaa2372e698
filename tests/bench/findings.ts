import type { Comparison } from "./compare";
import type { DatabaseTime } from "./database-time";
import type { Growth } from "./growth";
import type { Plan } from "./plans/plans";

/** What was found out about a portal of one size. */
export interface Portal {
  posts: number;
  facts: string[];
  comparisons: Comparison[];
  databaseTimes: DatabaseTime[];
  growth: Growth[];
  plans: Plan[];
  /** Seconds, one for each start. */
  starts: number[];
  /** Megabytes of the app without a cache, and of the one as it comes, when all was over. */
  memory: { uncached: number | undefined; cached: number | undefined };
  /** What is not as it should be. */
  faults: string[];
}
