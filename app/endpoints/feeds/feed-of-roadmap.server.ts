import type { Db } from "#db/client.server";
import { postPath } from "~/models/feedback/posts/post-path";
import { roadmapPath } from "~/models/feedback/roadmaps/address";
import { describeHistoryItem, noteOfHistoryItem } from "~/models/feedback/roadmaps/describe-history-item";
import { listHistory } from "~/models/feedback/roadmaps/history.server";
import { roadmapName } from "~/models/feedback/roadmaps/names";
import { listColumns } from "~/models/feedback/roadmaps/queries.server";
import { requireRoadmap } from "~/models/feedback/roadmaps/require-roadmap.server";
import { type Asked, type Feed, idOfEvent } from "./feed";

/** What was promised and what became of it, as the roadmap's history tells everybody. */
export async function feedOfRoadmap(db: Db, { slug, words, origin }: Asked): Promise<Omit<Feed, "self" | "language">> {
  const { t } = words;
  const { roadmap } = await requireRoadmap({ db, viewer: null, slug });
  const columns = await listColumns(db, roadmap.id);
  const { items } = await listHistory(db, null, { roadmapId: roadmap.id, columns });
  const name = roadmapName(words, roadmap);
  const home = origin + roadmapPath(roadmap);
  return {
    title: `${name} · ${t("site.name")}`,
    home,
    items: items.map((item) => {
      const sentence = describeHistoryItem(words, item);
      return {
        id: idOfEvent(item.id, item.at),
        link: item.post ? origin + postPath(item.post) : `${home}/history`,
        title: item.post ? `${item.post.title}: ${sentence}` : sentence,
        html: "",
        summary: [sentence, noteOfHistoryItem(item)].filter(Boolean).join(": "),
        author: item.actorName ?? t("people.deleted"),
        tags: [],
        publishedAt: item.at,
        changedAt: item.at,
      };
    }),
  };
}
