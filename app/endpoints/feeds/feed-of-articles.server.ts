import type { Db } from "#db/client.server";
import { articlePath } from "~/models/help/articles/article-path";
import { listLastChanged } from "~/models/help/articles/list-last-changed.server";
import { sectionName } from "~/models/help/sections/section-name";
import { type Asked, type Feed, idOf, mostItems, withOrigin } from "./feed";

/** New and changed articles that everybody may read, in the reader's language where they have it. */
export async function feedOfArticles(db: Db, { words, origin }: Asked): Promise<Omit<Feed, "self" | "language">> {
  const { t } = words;
  const articles = await listLastChanged(db, words.language, mostItems);
  return {
    title: `${t("feeds.help")} · ${t("site.name")}`,
    home: `${origin}/help`,
    items: articles.map((article) => ({
      id: idOf(article.id),
      link: origin + articlePath(article),
      title: article.title,
      html: withOrigin(article.bodyHtml, origin),
      summary: article.excerpt,
      author: t("site.name"),
      tags: [sectionName(words, article.section)],
      publishedAt: article.publishedAt,
      changedAt: article.changedAt,
    })),
  };
}
