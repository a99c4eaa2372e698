import type { InboxFilter } from "~/models/feedback/inbox/filter";
import { writeInboxFilter } from "~/models/feedback/inbox/filter";
import { useWords } from "~/ui/frame";
import { Segments } from "~/ui/segments";

interface Props {
  views: { id: number; slug: string; name: string; isOwn: boolean }[];
  /** The one that the address names. */
  current?: string;
  filter: InboxFilter;
}

/** The saved views, and the way to save what is shown as another. */
export function Views({ views, current, filter }: Props) {
  const { t } = useWords();
  const own = views.find(({ slug, isOwn }) => isOwn && slug === current);
  const query = writeInboxFilter(filter);
  const choices = [
    { key: "", href: "/staff/inbox", name: t("inboxViews.everything"), isCurrent: !current },
    ...views.map(({ slug, name }) => ({
      key: slug,
      href: `/staff/inbox/${encodeURIComponent(slug)}`,
      name,
      isCurrent: slug === current,
    })),
  ];
  return (
    <div className="mt-4 space-y-2 text-sm">
      {views.length > 0 && <Segments label={t("inboxViews.label")} choices={choices} wraps />}
      <p className="flex flex-wrap gap-4">
        <a href={query ? `/staff/inbox/views?${query}` : "/staff/inbox/views"} className="text-accent underline">
          {t("inboxViews.create")}
        </a>
        {own && (
          <a href={`/staff/inbox/views/${own.id}`} className="text-accent underline">
            {t("inboxViews.edit")}
          </a>
        )}
      </p>
    </div>
  );
}
