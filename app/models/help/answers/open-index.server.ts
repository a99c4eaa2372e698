import { termsOf } from "../../core/wordings/terms";
import { ArticleIndex } from "./article-index";
import { sameWords } from "./same-words";
import { commonWords, tellingOf } from "./word-frequencies.server";

/** An empty index of a language. */
export async function openIndex(language: string): Promise<ArticleIndex> {
  const { stopWords, ranked } = await commonWords(language);
  const same = sameWords(language, stopWords);
  const telling = new Map<string, number>();
  ranked.forEach((word, rank) => {
    for (const { stem } of termsOf(word, stopWords)) {
      const known = same.get(stem) ?? stem;
      if (!telling.has(known)) telling.set(known, tellingOf(rank));
    }
  });
  return new ArticleIndex({ stopWords, sameWords: same, tellingOf: (stem) => telling.get(stem) ?? 1 });
}
