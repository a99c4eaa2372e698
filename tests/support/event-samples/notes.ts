import type { EventData } from "~/models/core/events/types";
import { id } from "../sample-id";

export const noteSamples = {
  "note.added": { noteId: id },
  "note.edited": { noteId: id },
  "note.deleted": { noteId: id },
} satisfies Partial<EventData>;
