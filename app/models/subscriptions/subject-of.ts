import type { Words } from "~/i18n";
import { roadmapPath } from "~/models/roadmaps/address";
import { roadmapName } from "~/models/roadmaps/names";

/** What a subscription is about: its page, and how that is called. */
export function subjectOf(words: Words, { roadmap }: { roadmap: { slug: string; name: string } | null }) {
  if (!roadmap) return { about: "changelog" as const, path: "/changelog", name: words.t("changelog.title") };
  return { about: "roadmap" as const, path: roadmapPath(roadmap), name: roadmapName(words, roadmap) };
}
