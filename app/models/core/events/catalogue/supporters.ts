import { event } from "../event-row";
import { nothing, post } from "../touches";

export const supporterEvents = {
  /** A customer behind a ticket was asked whether to keep them posted, and what they said. */
  "supporter.asked": event<{ supporterId: string }>()({
    about: "post",
    consequences: [],
    touches: nothing,
  }),
  "supporter.agreed": event<{ supporterId: string }>()({
    about: "post",
    consequences: [],
    touches: post,
  }),
  "supporter.declined": event<{ supporterId: string }>()({
    about: "post",
    consequences: [],
    touches: post,
  }),
};
