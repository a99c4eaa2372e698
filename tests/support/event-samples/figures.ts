import type { EventData } from "~/models/core/events/types";

const score = { formula: "sum" as const, votes: 1, companies: 1, value: 1, trend: 1, effort: 1 };

export const figureSamples = {
  "post.effort_set": { from: null, to: 3 },
  "score.weighed": { from: null, to: score as never },
} satisfies Partial<EventData>;
