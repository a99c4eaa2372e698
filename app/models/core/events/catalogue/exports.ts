import { event } from "../event-row";
import { nothing } from "../touches";

export const exportEvents = {
  "export.requested": event<{ exportId: string }>()({
    about: "none",
    consequences: [],
    touches: nothing,
  }),
  "export.deleted": event<{ exportId: string }>()({
    about: "none",
    consequences: [],
    touches: nothing,
  }),
};
