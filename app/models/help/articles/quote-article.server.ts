import type { Db } from "#db/client.server";
import { articlePath } from "./article-path";
import { findArticle } from "./find-article.server";

export const quotedAs = ["link", "text"] as const;

interface Quote {
  number: number;
  /** The reader's. */
  language: string;
  as: (typeof quotedAs)[number];
  /** Of the portal. */
  origin: string;
}

/** An article that everybody may read as Markdown for an answer: a link to it, or what it says; undefined where there is none. */
export async function quoteArticle(db: Db, { number, language, as, origin }: Quote): Promise<string | undefined> {
  const article = await findArticle(db, { viewer: null, language, number });
  if (!article) return;
  const { title, slug, bodyMarkdown } = article.text;
  return as === "text"
    ? bodyMarkdown
    : `[${title.replace(/[[\]\\]/g, "\\$&")}](${origin}${articlePath({ number, slug })})`;
}
