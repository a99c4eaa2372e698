import type { EventData } from "~/models/core/events/types";
import { id } from "../sample-id";

export const subscriberSamples = {
  "subscriber.added": { subscriberId: id, roadmapId: null },
  "subscriber.removed": { subscriberId: id, roadmapId: 1 },
} satisfies Partial<EventData>;
