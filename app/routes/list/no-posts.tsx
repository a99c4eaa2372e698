import { isFiltered, type ListFilter } from "~/models/feedback/posts/list-filter";
import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";
import { Icon } from "~/ui/icon";

export function NoPosts({ filter }: { filter: ListFilter }) {
  const { t } = useWords();
  const isNarrow = isFiltered(filter) || filter.after;
  return (
    <div className="rounded-card border border-dashed border-line px-6 py-14 text-center">
      <Icon name="inbox" className="mx-auto size-8 text-muted" />
      <p className="mt-3 font-medium">{t(isNarrow ? "list.noMatch" : "list.empty")}</p>
      <p className="mt-1 text-sm text-muted">{t(isNarrow ? "list.noMatchHelp" : "list.emptyHelp")}</p>
      <p className="mt-5 flex justify-center gap-3">
        {isNarrow && (
          <a href="/" className={button("quiet")}>
            {t("list.showAll")}
          </a>
        )}
        <a href="/posts/new" className={button()}>
          {t("nav.newPost")}
        </a>
      </p>
    </div>
  );
}
