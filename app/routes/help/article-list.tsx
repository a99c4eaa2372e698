import { articlePath } from "~/models/help/articles/article-path";

interface Props {
  title: string;
  articles: { id: string; number: number; title: string; slug: string; language: string; excerpt: string }[];
}

/** Articles by their titles, each in the language that it is shown in. */
export function ArticleList({ title, articles }: Props) {
  return (
    <section>
      <h2 className="text-lg">{title}</h2>
      <ul className="mt-2 space-y-3">
        {articles.map(({ id, title, excerpt, language, ...article }) => (
          <li key={id}>
            <a href={articlePath(article)} lang={language} dir="auto" className="text-accent underline">
              {title}
            </a>
            <p lang={language} dir="auto" className="line-clamp-2 text-sm text-muted">
              {excerpt}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
