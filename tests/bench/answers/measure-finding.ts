import type { ArticleIndex } from "~/models/help/answers/article-index";
import { bandOf } from "~/models/help/answers/bands";
import { openIndex } from "~/models/help/answers/open-index.server";
import type { Faq, Passages } from "./read-sets";

export interface Asked {
  id: string;
  question: string;
}

export interface Found {
  asked: number;
  first: number;
  inThree: number;
  /** Shares of the questions: those with a sure answer, and of those, the right ones. */
  sure: number;
  sureRight: number;
  /** Where the article that answers was taken out. */
  sureWithout: number;
  sureOutOfScope: number;
}

const three = 3;
const most = 20;

/** Questions of people about articles that are all in English; the first ones of each article may be its wordings. */
export async function measureFaq(
  articles: Faq,
  questions: Asked[],
  outOfScope: string[],
  wordings: number,
): Promise<Found> {
  const index = await openIndex("en");
  for (const { id, question, answers, paraphrases } of articles) {
    index.put({ id, title: question, wordings: paraphrases.slice(0, wordings), body: answers.join("\n\n") });
  }
  const results = questions.map(({ id, question }) => {
    const { found, asked } = index.rank(question, most);
    const place = found.findIndex((one) => one.id === id);
    const without = found.filter((one) => one.id !== id);
    return {
      place: place < 0 ? most : place,
      isSure: found.length > 0 && bandOf(found, { asked }) === "sure",
      isSureWithout: bandOf(without, { asked }) === "sure",
    };
  });
  const share = (of: typeof results, is: (one: (typeof results)[number]) => boolean) =>
    of.length === 0 ? 0 : of.filter(is).length / of.length;
  const sure = results.filter(({ isSure }) => isSure);
  return {
    asked: results.length,
    first: share(results, ({ place }) => place === 0),
    inThree: share(results, ({ place }) => place < three),
    sure: share(results, ({ isSure }) => isSure),
    sureRight: share(sure, ({ place }) => place === 0),
    sureWithout: share(results, ({ isSureWithout }) => isSureWithout),
    sureOutOfScope: outOfScope.filter((question) => isSure(index, question)).length / Math.max(1, outOfScope.length),
  };
}

function isSure(index: ArticleIndex, question: string): boolean {
  const { found, asked } = index.rank(question, most);
  return bandOf(found, { asked }) === "sure";
}

/** In each language, how often the paragraph that answers is among the first three. */
export async function measurePassages(passages: Passages): Promise<Record<string, { asked: number; inThree: number }>> {
  const languages = [...new Set(passages.flatMap((one) => Object.keys(one.languages)))];
  const measured: Record<string, { asked: number; inThree: number }> = {};
  for (const language of languages) {
    const index = await openIndex(language);
    const asked: Asked[] = [];
    for (const [i, { title, languages }] of passages.entries()) {
      const shown = languages[language];
      if (!shown) continue;
      index.put({ id: String(i), title: title.replaceAll("_", " "), wordings: [], body: shown.context });
      for (const { question } of shown.qas) asked.push({ id: String(i), question });
    }
    const right = asked.filter(({ id, question }) =>
      index.rank(question, three).found.some((one) => one.id === id),
    ).length;
    measured[language] = { asked: asked.length, inThree: right / asked.length };
  }
  return measured;
}
