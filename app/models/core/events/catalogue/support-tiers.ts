import { event } from "../event-row";
import { nothing } from "../touches";

export const supportTierEvents = {
  "support_tier.edited": event<{ tier: number }>()({ about: "none", consequences: [], touches: nothing }),
  /** Those who come first: how many were added and removed. */
  "support_vips.edited": event<{ added: number; removed: number }>()({
    about: "none",
    consequences: [],
    touches: nothing,
  }),
};
