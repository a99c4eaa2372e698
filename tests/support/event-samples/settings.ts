import type { EventData } from "~/models/core/events/types";

export const settingsSamples = {
  "settings.changed": { changes: [{ name: "name", from: "Groundswell", to: "Acme" }, { name: "statuses" }] },
} satisfies Partial<EventData>;
