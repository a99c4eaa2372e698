import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mayTriage } from "~/models/core/users/policy";
import { roadmapFeedPath, roadmapPath } from "~/models/feedback/roadmaps/address";
import { roadmapName } from "~/models/feedback/roadmaps/names";
import { requireRoadmap } from "~/models/feedback/roadmaps/require-roadmap.server";
import { isSubscribed } from "~/models/telling/subscriptions/subscription-links.server";
import { button } from "~/ui/button";
import { FeedBox } from "~/ui/feed-box";
import { feedLinks } from "~/ui/feed-links";
import { useFrame } from "~/ui/frame";
import { Segments } from "~/ui/segments";
import { SubscriptionBox } from "~/ui/subscription-box";
import { CardFilters } from "./card-filters";
import { loadCards } from "./load-roadmap.server";
import { RoadmapColumns } from "./roadmap-columns";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, viewer, words, origin } = context;
  const { roadmap, roadmaps } = await requireRoadmap({ db, viewer, slug: params.slug });
  const name = roadmapName(words, roadmap);
  const feed = roadmapFeedPath(roadmap, roadmap === roadmaps[0]);
  const [cards, hasSubscribed] = await Promise.all([
    loadCards(context, roadmap, context.query),
    viewer !== null && isSubscribed(db, viewer, { roadmapId: roadmap.id }),
  ]);
  return {
    head: {
      title: `${name} · ${words.t("site.name")}`,
      description: words.t("roadmap.description"),
      canonical: origin + (roadmap === roadmaps[0] ? "/roadmap" : roadmapPath(roadmap)),
      // A feed is for everybody, so that only public roadmaps have one.
      feeds: roadmap.visibility === "public" ? feedLinks(words, name, feed) : [],
    },
    roadmap: { id: roadmap.id, slug: roadmap.slug, name: roadmap.name },
    roadmaps: roadmaps.map(({ slug, name }) => ({ slug, name })),
    hasSubscribed,
    ...cards,
  };
}

export default function ShowRoadmap() {
  const { viewer, words } = useFrame();
  const { t } = words;
  const { head, roadmap, roadmaps, hasSubscribed, filter, boards, tags, columns } = useLoaderData<typeof loader>();
  return (
    <>
      <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div>
          <h1 className="text-2xl tracking-tight sm:text-3xl">
            <bdi>{roadmapName(words, roadmap)}</bdi>
          </h1>
          <p className="mt-1 text-muted">{t("roadmap.intro")}</p>
        </div>
        <p className="flex flex-wrap gap-2">
          <a href="#subscription" className={button("quiet", "small")}>
            {t("subscription.title")}
          </a>
          <a href={`${roadmapPath(roadmap)}/history`} className={button("quiet", "small")}>
            {t("roadmap.history.link")}
          </a>
          {mayTriage(viewer) && (
            <a href={`/staff/roadmaps/${roadmap.id}/cards`} className={button("quiet", "small")}>
              {t("roadmap.curate")}
            </a>
          )}
        </p>
      </header>
      {roadmaps.length > 1 && <Choices roadmaps={roadmaps} current={roadmap.slug} />}
      <CardFilters path={roadmapPath(roadmap)} filter={filter} boards={boards} tags={tags} />
      <RoadmapColumns columns={columns} filter={filter} boards={boards} tags={tags} />
      <aside className="mt-10 flex flex-wrap items-start gap-6" aria-label={t("subscription.title")}>
        <div className="w-full max-w-sm">
          <SubscriptionBox about="roadmap" path={roadmapPath(roadmap)} hasSubscribed={hasSubscribed} />
        </div>
        {head.feeds.length > 0 && <FeedBox feeds={head.feeds} />}
      </aside>
    </>
  );
}

function Choices({ roadmaps, current }: { roadmaps: { slug: string; name: string }[]; current: string }) {
  const { words } = useFrame();
  const choices = roadmaps.map((roadmap) => ({
    key: roadmap.slug,
    href: roadmapPath(roadmap),
    name: roadmapName(words, roadmap),
    isCurrent: roadmap.slug === current,
  }));
  return <Segments label={words.t("roadmap.several")} choices={choices} className="mt-5" />;
}
