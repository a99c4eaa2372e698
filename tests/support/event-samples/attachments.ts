import type { EventData } from "~/models/core/events/types";
import { id } from "../sample-id";

export const attachmentSamples = {
  "attachment.added": { attachmentId: id },
  "attachment.removed": { attachmentId: id },
  "note.attachment_added": { noteId: id, attachmentId: id },
  "note.attachment_removed": { noteId: id, attachmentId: id },
} satisfies Partial<EventData>;
