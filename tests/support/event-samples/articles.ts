import type { EventData } from "~/models/core/events/types";
import { id } from "../sample-id";

const which = { articleId: id, number: 7, language: "en" };

export const articleSamples = {
  "article.created": which,
  "article.published": { ...which, version: 2 },
  "article.review_asked": which,
  "article.scheduled": { ...which, for: "2026-12-01T08:00:00Z" },
  "article.unscheduled": which,
  "article.refused": { ...which, problem: "forbidden" },
  "article.draft_discarded": which,
  "article.set_up": { articleId: id, number: 7, fields: ["audience"] },
  "article.moved": { articleId: id, number: 7 },
  "article.review_due": { articleId: id, number: 7, by: "2026-12-01" },
  "article.archived": { articleId: id, number: 7 },
  "article.restored": { articleId: id, number: 7 },
  "help_section.created": { sectionId: 1, name: "Printing" },
  "help_section.edited": { sectionId: 1, name: "Printing" },
  "help_section.moved": { sectionId: 1, name: "Printing" },
  "help_section.deleted": { sectionId: 1, name: "Printing" },
} satisfies Partial<EventData>;
