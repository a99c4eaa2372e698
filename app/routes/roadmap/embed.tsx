import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { roadmapPath } from "~/models/feedback/roadmaps/address";
import { roadmapName } from "~/models/feedback/roadmaps/names";
import { requireRoadmap } from "~/models/feedback/roadmaps/require-roadmap.server";
import { useWords } from "~/ui/frame";
import { loadCards } from "./load-roadmap.server";
import { RoadmapColumns } from "./roadmap-columns";

/** The same for everybody, whoever is signed in here: what a stranger may see. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const asStranger = { db: context.db, viewer: null };
  const { roadmap } = await requireRoadmap({ ...asStranger, slug: params.slug });
  const { embedOrigins } = roadmap;
  const isAllowed = embedOrigins.length > 0;
  if (isAllowed) context.outgoing.letFrame(embedOrigins);
  const { t } = context.words;
  const head = {
    title: `${roadmapName(context.words, roadmap)} · ${t("site.name")}`,
    isPrivate: true,
    isEmbedded: true,
  };
  const cards = isAllowed ? await loadCards(asStranger, roadmap, context.query) : undefined;
  const { slug, name } = roadmap;
  return json({ head, roadmap: { slug, name }, cards }, { status: isAllowed ? 200 : 403 });
}

export default function EmbeddedRoadmap() {
  const words = useWords();
  const { roadmap, cards } = useLoaderData<typeof loader>();
  const { t } = words;
  return (
    <>
      <header className="flex flex-wrap items-baseline justify-between gap-3">
        <h1 className="text-lg">
          <bdi>{roadmapName(words, roadmap)}</bdi>
        </h1>
        <a href={roadmapPath(roadmap)} target="_blank" rel="noopener" className="text-sm text-accent">
          {t("roadmap.embedOpen")}
          <span className="sr-only"> {t("similar.newTab")}</span>
        </a>
      </header>
      {cards ? <RoadmapColumns {...cards} isEmbedded /> : <p className="mt-3 text-muted">{t("roadmap.notEmbedded")}</p>}
    </>
  );
}
