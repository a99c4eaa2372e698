import type { EventData } from "~/models/core/events/types";

export const boardSamples = {
  "board.created": { boardId: 1, name: "Ideas" },
  "board.edited": { boardId: 1, name: "Ideas" },
} satisfies Partial<EventData>;
