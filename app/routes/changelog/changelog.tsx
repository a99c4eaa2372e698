import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DomainError } from "~/models/core/domain-error";
import { changelogPath } from "~/models/feedback/changelog/entry-path";
import { labelName } from "~/models/feedback/changelog/label-name";
import { listLabels } from "~/models/feedback/changelog/labels.server";
import { listEntries } from "~/models/feedback/changelog/list-entries.server";
import { noteChangelogSeen } from "~/models/feedback/changelog/whats-new.server";
import { isSubscribed } from "~/models/telling/subscriptions/subscription-links.server";
import { button } from "~/ui/button";
import { FeedBox } from "~/ui/feed-box";
import { feedLinks } from "~/ui/feed-links";
import { useWords } from "~/ui/frame";
import { SubscriptionBox } from "~/ui/subscription-box";
import { EntryArticle } from "./entry-article";
import { LabelFilter } from "./label-filter";
import { NoEntries } from "./no-entries";

export async function loader({ context: { db, viewer, words, origin, query } }: LoaderFunctionArgs) {
  const labels = await listLabels(db);
  const label = labels.find(({ slug }) => slug === query.word("label"));
  if (query.word("label") && !label) throw new DomainError("notFound");
  const after = query.word("after");
  const [page, hasSubscribed] = await Promise.all([
    listEntries(db, { labelId: label?.id, after }),
    viewer !== null && isSubscribed(db, viewer, { roadmapId: null }),
  ]);
  if (viewer && !label && !after) await noteChangelogSeen(db, viewer);
  const name = label && labelName(words, label);
  const { t } = words;
  return {
    head: {
      title: [name, t("changelog.title"), t("site.name")].filter(Boolean).join(" · "),
      description: t("changelog.intro"),
      canonical: origin + changelogPath({ label: label?.slug, after }),
      feeds: feedLinks(
        words,
        name ? t("feeds.changelogLabel", { label: name }) : t("feeds.changelog"),
        "/changelog/feed",
        { label: label?.slug },
      ),
    },
    labels,
    label: label?.slug,
    after,
    page,
    hasSubscribed,
  };
}

export default function Changelog() {
  const { t } = useWords();
  const { labels, label, after, page, hasSubscribed, head } = useLoaderData<typeof loader>();
  const { entries, next } = page;
  return (
    <div className="grid grid-cols-1 gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_15rem]">
      <header>
        <h1 className="text-2xl tracking-tight sm:text-3xl">{t("changelog.heading")}</h1>
        <p className="mt-1 text-muted">{t("changelog.intro")}</p>
        <LabelFilter labels={labels} chosen={label} />
      </header>
      <section aria-label={t("changelog.title")} className="min-w-0 lg:row-span-2">
        {entries.length === 0 && <NoEntries isNarrow={Boolean(label || after)} />}
        <ol className="divide-y divide-line">
          {entries.map((entry) => (
            <li key={entry.id} className="py-8 first:pt-0">
              <EntryArticle entry={entry} labels={labels} />
            </li>
          ))}
        </ol>
        {(after || next) && (
          <nav aria-label={t("list.pages")} className="mt-6 flex flex-wrap gap-3">
            {after && (
              <a href={changelogPath({ label })} className={button("plain")}>
                {t("list.first")}
              </a>
            )}
            {next && (
              <a href={changelogPath({ label, after: next })} rel="next" className={button("quiet")}>
                {t("list.next")}
              </a>
            )}
          </nav>
        )}
      </section>
      <aside className="space-y-6 lg:col-start-2 lg:row-start-1 lg:row-span-3" aria-label={t("subscription.title")}>
        <SubscriptionBox about="changelog" path="/changelog" hasSubscribed={hasSubscribed} />
        <FeedBox feeds={head.feeds} />
      </aside>
    </div>
  );
}
