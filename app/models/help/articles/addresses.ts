import { type Language, languages } from "~/i18n/languages";
import { inLanguage } from "../../core/text/in-language";
import { articlePath } from "./article-path";

interface Shown {
  number: number;
  /** Those that it has a text in. */
  languages: { language: string; slug: string }[];
}

/** The full address of an article in each language that it is shown in: only there it has words of its own. */
export function addressesOf(article: Shown, origin: string): Partial<Record<Language, string>> {
  const texts = article.languages.filter((text): text is typeof text & { language: Language } =>
    languages.some((language) => language === text.language),
  );
  return Object.fromEntries(
    texts.map(({ language, slug }) => [
      language,
      inLanguage(origin + articlePath({ number: article.number, slug }), language),
    ]),
  );
}
