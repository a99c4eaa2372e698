import type { EventData } from "~/models/core/events/types";

export const commentSamples = {
  "comment.submitted": { parentId: null },
  "comment.edited": {},
  "comment.deleted": {},
} satisfies Partial<EventData>;
