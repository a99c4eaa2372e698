import type { EventData } from "~/models/core/events/types";
import { id } from "../sample-id";

export const changelogSamples = {
  "entry.created": { entryId: id },
  "entry.edited": { entryId: id, fields: ["title"] },
  "entry.scheduled": { entryId: id, for: "2026-12-01T08:00:00Z" },
  "entry.unscheduled": { entryId: id },
  "entry.refused": { entryId: id, problem: "postMoved" },
  "entry.published": { entryId: id, isNews: true },
  "entry.unpublished": { entryId: id },
  "entry.deleted": { entryId: id },
  "label.created": { labelId: 1, name: "Fixed" },
  "label.edited": { labelId: 1, name: "Fixed" },
  "label.deleted": { labelId: 1 },
} satisfies Partial<EventData>;
