import type { SerializeFrom } from "@remix-run/node";
import type { ComponentProps } from "react";
import type { SimilarPost } from "~/models/feedback/posts/find-similar-posts.server";
import { postPath } from "~/models/feedback/posts/post-path";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { StatusBadge } from "~/ui/status-badge";
import { SuggestedArticle } from "~/ui/suggested-article";

/** The form outside that of the ticket by which somebody says that one answers it. */
export const answeredForm = "answered";

type Articles = ComponentProps<typeof SuggestedArticle>["article"][];

type Posts = Pick<SerializeFrom<SimilarPost>, "number" | "title" | "status">[];

/** Articles and posts that may answer what somebody is about to ask; links leave the form where it is. */
export function SuggestedAnswers({ posts, articles }: { posts: Posts; articles: Articles }) {
  const { t } = useWords();
  return (
    <section aria-labelledby="suggested" className={`${card} p-4`}>
      <h2 id="suggested" className="text-base">
        {t("newTicket.suggested.heading")}
      </h2>
      <ul className="mt-3 space-y-3">
        {articles.map((article) => (
          <li key={`article-${article.number}`} className="flex flex-wrap items-center gap-x-3 gap-y-2">
            <SuggestedArticle article={article} />
            <Answers name="article" of={article} />
          </li>
        ))}
        {posts.map((post) => (
          <li key={post.number} className="flex flex-wrap items-center gap-x-3 gap-y-2">
            <a
              href={postPath(post)}
              target="_blank"
              dir="auto"
              className="min-w-0 grow basis-60 font-medium hover:text-accent"
              rel="noopener"
            >
              {post.title}
              <span className="sr-only"> {t("similar.newTab")}</span>
            </a>
            <StatusBadge status={post.status} />
            <Answers name="post" of={post} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Answers({ name, of: { number, title } }: { name: "post" | "article"; of: { number: number; title: string } }) {
  const { t } = useWords();
  return (
    <button type="submit" form={answeredForm} name={name} value={number} className={button("quiet", "small")}>
      {t("newTicket.suggested.answers")}
      <span className="sr-only"> {title}</span>
    </button>
  );
}
