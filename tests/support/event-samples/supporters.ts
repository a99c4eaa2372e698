import type { EventData } from "~/models/core/events/types";
import { id } from "../sample-id";

export const supporterSamples = {
  "supporter.asked": { supporterId: id },
  "supporter.agreed": { supporterId: id },
  "supporter.declined": { supporterId: id },
} satisfies Partial<EventData>;
