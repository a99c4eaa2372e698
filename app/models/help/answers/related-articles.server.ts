import type { Db } from "#db/client.server";
import type { Viewer } from "../../core/users/viewer";
import { findAnswers } from "./find-answers.server";

interface Article {
  id: string;
  text: { title: string; wordings: string[] };
}

/** What answers nearly the same as an article, asked in its own words; never itself. */
export async function listRelated(
  db: Db,
  { viewer, language, article, most }: { viewer: Viewer; language: string; article: Article; most: number },
) {
  const { title, wordings } = article.text;
  const found = await findAnswers(db, { viewer, language, question: [title, ...wordings].join("\n"), most: most + 1 });
  return found.filter(({ id }) => id !== article.id).slice(0, most);
}
