import { event } from "../event-row";
import { nothing } from "../touches";

export const mailEvents = {
  "mail.suppressed": event<{ address: string | null; reason: "bounce" | "complaint" | "manual" }>()({
    about: "none",
    consequences: [],
    touches: nothing,
    variant: ({ reason }) => reason,
  }),
  "mail.unsuppressed": event<{ address: string | null }>()({
    about: "none",
    consequences: [],
    touches: nothing,
  }),
  "mail.resent": event<{ deliveryId: string }>()({
    about: "none",
    consequences: [],
    touches: nothing,
  }),
};
