import { event } from "../event-row";
import { nothing } from "../touches";

export const viewEvents = {
  "view.created": event<{ viewId: number }>()({
    about: "none",
    consequences: [],
    touches: nothing,
  }),
  "view.edited": event<{ viewId: number }>()({
    about: "none",
    consequences: [],
    touches: nothing,
  }),
  "view.deleted": event<{ viewId: number }>()({
    about: "none",
    consequences: [],
    touches: nothing,
  }),
};
