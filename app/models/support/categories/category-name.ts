import type { Words } from "~/i18n";

/** The categories that every portal begins with. */
type CategoryKey =
  | "account_issue"
  | "bug_report"
  | "feature_request"
  | "general_inquiry"
  | "security_issue"
  | "technical_issue";

/** What a category is called: as the team has named it, or in the reader's language. */
export function categoryName({ t }: Pick<Words, "t">, { key, name }: { key: string | null; name: string }): string {
  return name || t(`ticketCategory.${key as CategoryKey}`);
}

interface Category {
  id: number;
  key: string | null;
  name: string;
}

/** Categories as a field offers them. */
export const namedCategories = (words: Pick<Words, "t">, categories: Category[]): { id: number; name: string }[] =>
  categories.map((one) => ({ id: one.id, name: categoryName(words, one) }));
