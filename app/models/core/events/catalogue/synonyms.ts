import { event } from "../event-row";
import { nothing } from "../touches";

export const synonymsEvents = {
  "synonyms.saved": event<{ synonymsId: number; words: string[] }>()({
    about: "none",
    consequences: ["refresh-synonyms"],
    // No page of search results is kept.
    touches: nothing,
  }),
  /** Search goes by them no longer. */
  "synonyms.removed": event<{ synonymsId: number; words: string[] }>()({
    about: "none",
    consequences: ["refresh-synonyms"],
    touches: nothing,
  }),
  "synonyms.restored": event<{ synonymsId: number; words: string[] }>()({
    about: "none",
    consequences: ["refresh-synonyms"],
    touches: nothing,
  }),
};
