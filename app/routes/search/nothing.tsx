import { isNarrowed, type SearchQuestion, searchAddress } from "~/models/feedback/search/question";
import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";
import { Icon } from "~/ui/icon";

export function Nothing({ question }: { question: SearchQuestion }) {
  const { t } = useWords();
  const isNarrow = isNarrowed(question);
  return (
    <div className="rounded-card border border-dashed border-line px-6 py-14 text-center">
      <Icon name="search" className="mx-auto size-8 text-muted" />
      <p className="mt-3 font-medium">{t("search.nothing", { q: question.q })}</p>
      <p className="mt-1 text-sm text-muted">{t(isNarrow ? "search.narrowHelp" : "search.nothingHelp")}</p>
      <p className="mt-5 flex flex-wrap justify-center gap-3">
        {isNarrow && (
          <a href={searchAddress({ q: question.q, status: "all", page: 1 })} className={button("quiet")}>
            {t("search.widen")}
          </a>
        )}
        <a href="/posts/new" className={button()}>
          {t("nav.newPost")}
        </a>
      </p>
    </div>
  );
}
