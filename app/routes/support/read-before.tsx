import { articlePath } from "~/models/help/articles/article-path";
import { useWords } from "~/ui/frame";

interface Props {
  article: { number: number; title: string; slug: string; language: string };
}

/** The article that has not answered whoever writes a ticket: it is noted there. */
export function ReadBefore({ article }: Props) {
  const { t } = useWords();
  return (
    <p className="text-sm text-muted">
      <input type="hidden" name="article" value={article.number} />
      {t("readBefore.own")}{" "}
      <a href={articlePath(article)} lang={article.language} className="text-accent underline">
        <bdi>{article.title}</bdi>
      </a>
    </p>
  );
}
