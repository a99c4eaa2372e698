import type { EventData } from "~/models/core/events/types";

const column = { name: "", statuses: ["planned" as const] };

export const roadmapSamples = {
  "roadmap.created": { roadmapId: 1, name: "" },
  "roadmap.edited": { roadmapId: 1, fields: ["name"] },
  "roadmap.column_added": { roadmapId: 1, column },
  "roadmap.column_edited": { roadmapId: 1, column },
  "roadmap.column_removed": { roadmapId: 1, column },
  "roadmap.card_placed": { roadmapId: 1, column },
  "roadmap.card_moved": { roadmapId: 1, from: column, column: { name: "Soon", statuses: [] } },
  "roadmap.card_reordered": { roadmapId: 1, column },
  "roadmap.card_removed": { roadmapId: 1, column },
  "roadmap.target_changed": { roadmapId: 1, from: "", to: "2027-Q1" },
  "roadmap.note_changed": { roadmapId: 1 },
} satisfies Partial<EventData>;
