import type { TextsByLanguage } from "#db/schema/core/texts-by-language";
import type { Words } from "~/i18n";
import { textIn } from "../../core/text/text-in";

/** The sections that every portal begins with. */
type SectionKey = "account" | "billing" | "getting_started" | "library" | "privacy" | "troubleshooting";

interface Named {
  key: string | null;
  names: TextsByLanguage;
}

/** What a section is called: as the team has named it, or in the reader's language. */
export function sectionName({ t, language }: Pick<Words, "t" | "language">, { key, names }: Named): string {
  const own = names[language];
  return own || (key ? t(`helpSection.${key as SectionKey}`) : textIn(names, language));
}
