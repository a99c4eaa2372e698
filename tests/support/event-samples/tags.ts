import type { EventData } from "~/models/core/events/types";

export const tagSamples = {
  "tag.created": { tagId: 1, name: "dark mode" },
  "tag.edited": { tagId: 1, name: "dark mode" },
  "tag.deleted": { tagId: 1, name: "dark mode" },
} satisfies Partial<EventData>;
