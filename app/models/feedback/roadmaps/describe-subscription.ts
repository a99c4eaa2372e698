import type { Words } from "~/i18n";
import { roadmapPath } from "./address";
import { roadmapName } from "./names";

/** What somebody gets by mail: its page, and how that is called; the changelog where it is no roadmap. */
export function describeSubscription(words: Words, roadmap: { slug: string; name: string } | null) {
  if (!roadmap) return { about: "changelog" as const, path: "/changelog", name: words.t("changelog.title") };
  return { about: "roadmap" as const, path: roadmapPath(roadmap), name: roadmapName(words, roadmap) };
}
