import { articlePath } from "~/models/help/articles/article-path";

interface Props {
  title: string;
  articles: { id: string; number: number; title: string; slug: string; language: string }[];
}

/** Articles by their titles, each in the language that it is shown in. */
export function ArticleList({ title, articles }: Props) {
  return (
    <section>
      <h2 className="text-lg">{title}</h2>
      <ul className="mt-2 space-y-1.5">
        {articles.map(({ id, title, language, ...article }) => (
          <li key={id}>
            <a href={articlePath(article)} lang={language} dir="auto" className="text-accent underline">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
