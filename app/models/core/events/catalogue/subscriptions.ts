import { event } from "../event-row";
import { nothing } from "../touches";

export const subscriberEvents = {
  /** To the changelog where there is no roadmap. */
  "subscriber.added": event<{ subscriberId: string; roadmapId: number | null }>()({
    about: "none",
    consequences: [],
    touches: nothing,
  }),
  "subscriber.removed": event<{ subscriberId: string; roadmapId: number | null }>()({
    about: "none",
    consequences: [],
    touches: nothing,
  }),
};
