import type { TextsByLanguage } from "#db/schema/core/texts-by-language";
import type { Words } from "~/i18n";
import { textIn } from "../../core/text/text-in";

/** The categories that every portal begins with. */
type CategoryKey =
  | "account_issue"
  | "bug_report"
  | "feature_request"
  | "general_inquiry"
  | "security_issue"
  | "technical_issue";

interface Named {
  key: string | null;
  names: TextsByLanguage;
}

/** What a category is called: as the team has named it, or in the reader's language. */
export function categoryName({ t, language }: Pick<Words, "t" | "language">, { key, names }: Named): string {
  const own = names[language];
  return own || (key ? t(`ticketCategory.${key as CategoryKey}`) : textIn(names, language));
}

/** What the text of a ticket of each category begins with, for its reader; of those that have anything. */
export const namedTemplates = (
  { language }: Pick<Words, "language">,
  categories: { id: number; templates: TextsByLanguage }[],
): { value: number; text: string }[] =>
  categories
    .map(({ id, templates }) => ({ value: id, text: textIn(templates, language) }))
    .filter(({ text }) => text !== "");

/** Categories as a field offers them. */
export const namedCategories = (
  words: Pick<Words, "t" | "language">,
  categories: (Named & { id: number })[],
): { id: number; name: string }[] => categories.map((one) => ({ id: one.id, name: categoryName(words, one) }));
