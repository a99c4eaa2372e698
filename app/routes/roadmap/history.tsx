import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { postPath } from "~/models/feedback/posts/post-path";
import { roadmapFeedPath, roadmapPath } from "~/models/feedback/roadmaps/address";
import { describeHistoryItem, noteOfHistoryItem } from "~/models/feedback/roadmaps/describe-history-item";
import { listHistory } from "~/models/feedback/roadmaps/history.server";
import { roadmapName } from "~/models/feedback/roadmaps/names";
import { listColumns } from "~/models/feedback/roadmaps/queries.server";
import { requireRoadmap } from "~/models/feedback/roadmaps/require-roadmap.server";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { FeedBox } from "~/ui/feed-box";
import { feedLinks } from "~/ui/feed-links";
import { useWords } from "~/ui/frame";
import { When } from "~/ui/when";

export async function loader({ params, context: { db, viewer, words, query } }: LoaderFunctionArgs) {
  const { roadmap, roadmaps } = await requireRoadmap({ db, viewer, slug: params.slug });
  const columns = await listColumns(db, roadmap.id);
  const until = query.moment("until");
  const { items, next } = await listHistory(db, viewer, { roadmapId: roadmap.id, columns, until });
  const feed = roadmapFeedPath(roadmap, roadmap === roadmaps[0]);
  const feeds = roadmap.visibility === "public" ? feedLinks(words, roadmapName(words, roadmap), feed) : [];
  return {
    head: { title: words.t("roadmap.history.title"), isPrivate: true, feeds },
    roadmap: { slug: roadmap.slug, name: roadmap.name },
    // Whose id it was is for the mail alone.
    items: items.map(({ actorId: _, ...item }) => item),
    next,
  };
}

export default function RoadmapHistory() {
  const words = useWords();
  const { t } = words;
  const { head, roadmap, items, next } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto max-w-3xl">
      <h1 className="text-2xl tracking-tight">{t("roadmap.history.title")}</h1>
      <p className="mt-1">
        <a href={roadmapPath(roadmap)} className="text-accent underline">
          <bdi>{roadmapName(words, roadmap)}</bdi>
        </a>
      </p>
      <p className="mt-3 text-muted">{t("roadmap.history.intro")}</p>
      {items.length === 0 && <p className="mt-6 text-muted">{t("roadmap.history.empty")}</p>}
      <ol className={`${card} mt-6 divide-y divide-line empty:hidden`}>
        {items.map((item) => (
          <li key={item.id} className="px-4 py-3 text-sm">
            {item.post && (
              <a href={postPath(item.post)} dir="auto" className="font-medium no-underline hover:text-accent">
                {item.post.title}
              </a>
            )}
            <p className="text-muted">
              {describeHistoryItem(words, item)} · <When at={item.at} />
            </p>
            {noteOfHistoryItem(item) && (
              <p dir="auto" className="mt-1 border-s-2 border-line ps-3">
                {noteOfHistoryItem(item)}
              </p>
            )}
          </li>
        ))}
      </ol>
      {head.feeds.length > 0 && (
        <div className="mt-6">
          <FeedBox feeds={head.feeds} />
        </div>
      )}
      {next && (
        <p className="mt-6">
          <a href={`?until=${encodeURIComponent(next)}`} rel="next" className={button("quiet")}>
            {t("roadmap.history.older")}
          </a>
        </p>
      )}
    </div>
  );
}
