import type { EventData } from "~/models/core/events/types";
import { id } from "../sample-id";

export const mailSamples = {
  "mail.suppressed": { address: null, reason: "bounce" },
  "mail.unsuppressed": { address: "ada@example.com" },
  "mail.resent": { deliveryId: id },
} satisfies Partial<EventData>;
