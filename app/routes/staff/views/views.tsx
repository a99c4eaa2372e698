import type { InboxNoun } from "#db/schema/feedback/inbox";
import { useWords } from "~/ui/frame";
import { Segments } from "~/ui/segments";
import { home, viewPath } from "../bulk/home";
import { useCount } from "./use-count";

interface Props {
  noun: InboxNoun;
  views: { id: number; slug: string; name: string; isOwn: boolean; count?: number }[];
  /** The one that the address names. */
  current?: string;
  /** What is shown, as an address says it. */
  query: string;
  /** Whether the list without a view stands among them. */
  hasEverything?: boolean;
}

/** The saved views, how much each of them shows, and the way to save what is shown as another. */
export function Views({ noun, views, current, query, hasEverything = false }: Props) {
  const { t } = useWords();
  const count = useCount();
  const own = views.find(({ slug, isOwn }) => isOwn && slug === current);
  const everything = { key: "", href: home[noun], name: t("inboxViews.everything"), isCurrent: !current };
  const choices = views.map((view) => ({
    key: view.slug,
    href: viewPath(noun, view.slug),
    name: view.name,
    count: count(view.count),
    isCurrent: view.slug === current,
  }));
  return (
    <div className="mt-4 space-y-2 text-sm">
      {views.length > 0 && (
        <Segments label={t("inboxViews.label")} choices={hasEverything ? [everything, ...choices] : choices} wraps />
      )}
      <p className="flex flex-wrap gap-4">
        <a href={`${home[noun]}/views${query && `?${query}`}`} className="text-accent underline">
          {t("inboxViews.create")}
        </a>
        {own && (
          <a href={`${home[noun]}/views/${own.id}`} className="text-accent underline">
            {t("inboxViews.edit")}
          </a>
        )}
      </p>
    </div>
  );
}
