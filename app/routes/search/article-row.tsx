import type { SerializeFrom } from "@remix-run/node";
import { articlePath } from "~/models/help/articles/article-path";
import { useWords } from "~/ui/frame";
import type { loadArticles } from "./load-articles.server";
import { Marked } from "./marked";

type Article = SerializeFrom<typeof loadArticles>[number];

/** An article among the posts that were found, with what was searched for standing out. */
export function ArticleRow({ article }: { article: Article }) {
  const { t } = useWords();
  return (
    <article className="px-2 py-4">
      <h2 className="text-base font-medium">
        <a href={articlePath(article)} lang={article.language} dir="auto" className="no-underline hover:text-accent">
          <Marked segments={article.title} />
        </a>
      </h2>
      <p lang={article.language} dir="auto" className="mt-1 line-clamp-2 text-sm text-muted">
        <Marked segments={article.snippet} />
      </p>
      <p className="mt-2">
        <span className="tag bg-accent-soft text-accent">{t("foundArticles.article")}</span>
      </p>
    </article>
  );
}
