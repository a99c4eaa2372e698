import type { PostStatus } from "#db/schema/feedback/posts";
import type { Period } from "./period";

/** What the charts show, counted for half a year at a time. */
export interface Insights extends Period {
  /** ISO 8601. */
  countedAt: string;
  weeks: Flow[];
  stays: Stay[];
  answers: Answers;
}

export interface Flow {
  /** Its Monday. */
  week: string;
  opened: number;
  closed: number;
}

/** How long posts stayed in a status that they have left; days. */
export interface Stay {
  status: PostStatus;
  posts: number;
  median: number;
  p90: number;
}

/** Of posts that are not by the team; hours, null where none was answered. */
export interface Answers {
  answered: number;
  unanswered: number;
  median: number | null;
  p90: number | null;
}
