import { event } from "../event-row";
import { nothing } from "../touches";

export const noteEvents = {
  /** What notes say stands in their own table only. */
  "note.added": event<{ noteId: string }>()({
    about: "post",
    consequences: ["notify-people"],
    // Visitors see nothing of what the team does among itself.
    touches: nothing,
  }),
  "note.edited": event<{ noteId: string }>()({
    about: "post",
    consequences: [],
    touches: nothing,
  }),
  "note.deleted": event<{ noteId: string }>()({
    about: "post",
    consequences: [],
    touches: nothing,
  }),
};
