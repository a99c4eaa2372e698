import type { Db } from "#db/client.server";
import type { Viewer } from "../../core/users/viewer";
import { type FoundArticle, findAnswers } from "./find-answers.server";

interface Written {
  viewer: Viewer;
  language: string;
  title: string;
  text: string;
}

const mostSuggested = 3;
/** Of what somebody is writing, the beginning says what it is about. */
const longestQuestion = 500;

/** What may answer somebody who is writing a ticket or a post. */
export const suggestArticles = async (
  db: Db,
  { viewer, language, title, text }: Written,
): Promise<Pick<FoundArticle, "number" | "slug" | "title" | "language">[]> => {
  if (!title.trim()) return [];
  const question = `${title}\n${text}`.slice(0, longestQuestion);
  return findAnswers(db, { viewer, language, question, most: mostSuggested });
};
