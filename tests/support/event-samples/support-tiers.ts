import type { EventData } from "~/models/core/events/types";

export const supportTierSamples = {
  "support_tier.edited": { tier: 4 },
  "support_vips.edited": { added: 1, removed: 2 },
} satisfies Partial<EventData>;
