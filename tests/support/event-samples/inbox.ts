import type { EventData } from "~/models/core/events/types";

export const viewSamples = {
  "view.created": { viewId: 1 },
  "view.edited": { viewId: 1 },
  "view.deleted": { viewId: 1 },
} satisfies Partial<EventData>;
