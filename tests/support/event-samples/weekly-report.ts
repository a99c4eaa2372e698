import type { EventData } from "~/models/core/events/types";

export const weeklyReportSamples = {
  "weekly_report.readers_chosen": { added: 2, removed: 1 },
} satisfies Partial<EventData>;
