import { event } from "../event-row";
import { nothing } from "../touches";

export const changelogEvents = {
  "entry.created": event<{ entryId: string }>()({
    about: "entry",
    consequences: [],
    // No page that is kept shows the changelog; the posts that it moves have events of their own.
    touches: nothing,
  }),
  "entry.edited": event<{ entryId: string; fields: string[] }>()({
    about: "entry",
    consequences: [],
    touches: nothing,
  }),
  "entry.scheduled": event<{ entryId: string; for: string }>()({
    about: "entry",
    consequences: [],
    touches: nothing,
  }),
  "entry.unscheduled": event<{ entryId: string }>()({
    about: "entry",
    consequences: [],
    touches: nothing,
  }),
  /** Its time had come, and it could not be published: it is a draft again. */
  "entry.refused": event<{ entryId: string; problem: string }>()({
    about: "entry",
    consequences: [],
    touches: nothing,
  }),
  /** `isNews`: subscribers are to be told. */
  "entry.published": event<{ entryId: string; isNews: boolean }>()({
    about: "entry",
    consequences: ["announce-entry"],
    touches: nothing,
  }),
  "entry.unpublished": event<{ entryId: string }>()({
    about: "entry",
    consequences: [],
    touches: nothing,
  }),
  "entry.deleted": event<{ entryId: string }>()({
    about: "none",
    consequences: [],
    touches: nothing,
  }),
  "label.created": event<{ labelId: number; name: string }>()({
    about: "none",
    consequences: [],
    touches: nothing,
  }),
  "label.edited": event<{ labelId: number; name: string }>()({
    about: "none",
    consequences: [],
    touches: nothing,
  }),
  "label.deleted": event<{ labelId: number }>()({
    about: "none",
    consequences: [],
    touches: nothing,
  }),
};
