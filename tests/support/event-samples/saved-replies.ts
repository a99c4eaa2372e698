import type { EventData } from "~/models/core/events/types";

export const savedReplySamples = {
  "reply.created": { replyId: 1, title: "Thanks" },
  "reply.edited": { replyId: 1, title: "Thanks" },
  "reply.deleted": { replyId: 1, title: "Thanks" },
} satisfies Partial<EventData>;
