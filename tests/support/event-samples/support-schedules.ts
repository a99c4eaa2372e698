import type { EventData } from "~/models/core/events/types";

const schedule = { scheduleId: 1, key: "business_hours", name: "" };

export const supportScheduleSamples = {
  "support_schedule.created": schedule,
  "support_schedule.edited": schedule,
  "support_schedule.deleted": schedule,
} satisfies Partial<EventData>;
