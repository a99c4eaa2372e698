import { event } from "../event-row";
import { help, nothing } from "../touches";

interface InLanguage {
  articleId: string;
  number: number;
  language: string;
}

export const articleEvents = {
  "article.created": event<InLanguage>()({ about: "article", consequences: [], touches: nothing }),
  /** What is written of it is shown from now on. */
  "article.published": event<InLanguage & { version: number }>()({
    about: "article",
    consequences: [],
    touches: help,
  }),
  "article.review_asked": event<InLanguage>()({ about: "article", consequences: [], touches: nothing }),
  "article.scheduled": event<InLanguage & { for: string }>()({ about: "article", consequences: [], touches: nothing }),
  "article.unscheduled": event<InLanguage>()({ about: "article", consequences: [], touches: nothing }),
  /** Its time had come, and it could not be published: it is a draft again. */
  "article.refused": event<InLanguage & { problem: string }>()({
    about: "article",
    consequences: [],
    touches: nothing,
  }),
  /** What was being written is gone. */
  "article.draft_discarded": event<InLanguage>()({ about: "article", consequences: [], touches: nothing }),
  /** Its section, audience, owner or date of review. */
  "article.set_up": event<{ articleId: string; number: number; fields: string[] }>()({
    about: "article",
    consequences: [],
    touches: help,
  }),
  "article.moved": event<{ articleId: string; number: number }>()({
    about: "article",
    consequences: [],
    touches: help,
  }),
  /** It is to be looked at again by that day, which has come. */
  "article.review_due": event<{ articleId: string; number: number; by: string }>()({
    about: "article",
    consequences: ["notify-people"],
    touches: nothing,
    isUrgent: true,
  }),
  "article.archived": event<{ articleId: string; number: number }>()({
    about: "article",
    consequences: [],
    touches: help,
  }),
  "article.restored": event<{ articleId: string; number: number }>()({
    about: "article",
    consequences: [],
    touches: help,
  }),
  "help_section.created": event<{ sectionId: number; name: string }>()({
    about: "none",
    consequences: [],
    touches: help,
  }),
  "help_section.edited": event<{ sectionId: number; name: string }>()({
    about: "none",
    consequences: [],
    touches: help,
  }),
  "help_section.moved": event<{ sectionId: number; name: string }>()({
    about: "none",
    consequences: [],
    touches: help,
  }),
  "help_section.deleted": event<{ sectionId: number; name: string }>()({
    about: "none",
    consequences: [],
    touches: help,
  }),
};
