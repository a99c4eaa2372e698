import type { ScoreWeights } from "#db/schema/insights/figures";
import { event } from "../event-row";
import { nothing } from "../touches";

export const figureEvents = {
  /** Null: nobody has said. */
  "post.effort_set": event<{ from: number | null; to: number | null }>()({
    about: "post",
    consequences: [],
    // No page that is kept shows what is for the team alone.
    touches: nothing,
    variant: ({ to }) => (to === null ? "cleared" : "set"),
  }),
  "score.weighed": event<{ from: ScoreWeights | null; to: ScoreWeights }>()({
    about: "none",
    consequences: [],
    touches: nothing,
  }),
};
