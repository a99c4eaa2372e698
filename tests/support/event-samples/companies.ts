import type { EventData } from "~/models/core/events/types";

export const companySamples = {
  "companies.uploaded": { mode: "merge", count: 1200 },
  "company.saved": { domain: "example.com" },
  "company.removed": { domain: "example.com" },
} satisfies Partial<EventData>;
