import type { ComponentProps } from "react";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { SuggestedArticle } from "~/ui/suggested-article";

/** Articles that may answer what somebody is about to post. */
export function SuggestedArticles({ articles }: { articles: ComponentProps<typeof SuggestedArticle>["article"][] }) {
  const { t } = useWords();
  return (
    <section aria-labelledby="answers" className={`${card} p-4`}>
      <h2 id="answers" className="text-base">
        {t("newTicket.suggested.heading")}
      </h2>
      <ul className="mt-3 space-y-3">
        {articles.map((article) => (
          <li key={article.number} className="flex flex-wrap items-center gap-x-3 gap-y-2">
            <SuggestedArticle article={article} />
          </li>
        ))}
      </ul>
    </section>
  );
}
