import { articlePath } from "~/models/help/articles/article-path";
import { useWords } from "./frame";

interface Props {
  article: { number: number; slug: string; title: string; language: string };
}

/** Leads to an article that may answer what somebody is writing, and leaves that where it is. */
export function SuggestedArticle({ article }: Props) {
  const { t } = useWords();
  return (
    <>
      <a
        href={articlePath(article)}
        target="_blank"
        lang={article.language}
        dir="auto"
        className="min-w-0 grow basis-60 font-medium hover:text-accent"
        rel="noopener"
      >
        {article.title}
        <span className="sr-only"> {t("similar.newTab")}</span>
      </a>
      <span className="tag bg-accent-soft text-accent">{t("foundArticles.article")}</span>
    </>
  );
}
