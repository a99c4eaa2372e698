import { event } from "../event-row";
import { nothing, post } from "../touches";

export const attachmentEvents = {
  /** To something that was there already; what comes with a new text is told of with that. */
  "attachment.added": event<{ attachmentId: string }>()({
    about: "post or comment",
    consequences: [],
    touches: post,
  }),
  "attachment.removed": event<{ attachmentId: string }>()({
    about: "post or comment",
    consequences: ["drop-file"],
    touches: post,
    inTimeline: true,
  }),
  "note.attachment_added": event<{ noteId: string; attachmentId: string }>()({
    about: "post",
    consequences: [],
    touches: nothing,
  }),
  "note.attachment_removed": event<{ noteId: string; attachmentId: string }>()({
    about: "post",
    consequences: ["drop-file"],
    touches: nothing,
  }),
};
