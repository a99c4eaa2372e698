import type { TextsByLanguage } from "#db/schema/core/texts-by-language";
import type { TicketPriority, TicketStatus } from "#db/schema/support/tickets";
import { defaultLanguage } from "~/i18n/languages";
import { textIn } from "~/models/core/text/text-in";

// The words of the API, which are the same in every language.

export const apiPriorities = {
  low: "Low",
  medium: "Medium",
  high: "High",
  urgent: "Critical",
} as const satisfies Record<TicketPriority, string>;

/** What waits for the requester is in progress, and says so beside it. */
export const apiStatuses = {
  open: "Open",
  in_progress: "In Progress",
  waiting: "In Progress",
  resolved: "Resolved",
  closed: "Closed",
} as const satisfies Record<TicketStatus, string>;

/** `bug_report` is `Bug Report`; a category of the team's own has the name that it was given. */
export const apiCategory = ({ key, names }: { key: string | null; names: TextsByLanguage }): string =>
  key
    ? key.replace(/_?([a-z])([a-z]*)/g, (_, first, rest) => ` ${first.toUpperCase()}${rest}`).trim()
    : textIn(names, defaultLanguage);

/** Ours of the API's words, as the values of a record have them. */
export const ofWord = <Ours extends string>(words: Record<Ours, string>, word: string): Ours[] =>
  (Object.keys(words) as Ours[]).filter((one) => words[one].toLowerCase() === word.toLowerCase());
