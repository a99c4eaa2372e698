import type { Visit } from "~/http/visit.server";
import { termsOf } from "~/models/core/wordings/terms";
import { beginningOf, highlight, type IsHit, snippetOf } from "~/models/feedback/search/highlight";
import { isNarrowed, type SearchQuestion } from "~/models/feedback/search/question";
import { findAnswers } from "~/models/help/answers/find-answers.server";

const mostShown = 3;

/** Articles that answer a question, before the posts on the first page: none has a board, a kind, a status or a tag. */
export async function loadArticles({ db, viewer, words }: Visit, question: SearchQuestion) {
  if (!question.q || question.page > 1 || isNarrowed(question)) return [];
  const found = await findAnswers(db, { viewer, language: words.language, question: question.q, most: mostShown });
  const isHit = hitsByMeaning(question.q);
  return found.map(({ number, slug, title, language, passage }) => ({
    ...{ number, slug, language },
    title: highlight(title, isHit),
    snippet: snippetOf(passage, isHit) ?? beginningOf(passage, isHit),
  }));
}

/** Whether a word is one of those of a question, in whatever form. */
function hitsByMeaning(question: string): IsHit {
  const asked = new Set(termsOf(question).map(({ stem }) => stem));
  return (word) => termsOf(word).some(({ stem }) => asked.has(stem));
}
