import type { Db } from "#db/client.server";
import { postPath } from "~/models/feedback/posts/post-path";
import { roadmapPath } from "~/models/feedback/roadmaps/address";
import { describeEntry, wordsOfEntry } from "~/models/feedback/roadmaps/describe-entry";
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
  const { entries } = await listHistory(db, null, { roadmapId: roadmap.id, columns });
  const name = roadmapName(words, roadmap);
  const home = origin + roadmapPath(roadmap);
  return {
    title: `${name} · ${t("site.name")}`,
    home,
    items: entries.map((entry) => {
      const sentence = describeEntry(words, entry);
      return {
        id: idOfEvent(entry.id, entry.at),
        link: entry.post ? origin + postPath(entry.post) : `${home}/history`,
        title: entry.post ? `${entry.post.title}: ${sentence}` : sentence,
        html: "",
        summary: [sentence, wordsOfEntry(entry)].filter(Boolean).join(": "),
        author: entry.actorName ?? t("people.deleted"),
        tags: [],
        publishedAt: entry.at,
        changedAt: entry.at,
      };
    }),
  };
}
