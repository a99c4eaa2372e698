import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireRoadmap } from "~/models/roadmaps/require-roadmap.server";
import { subjectOf } from "~/models/subscriptions/subject-of";

/** What the address offers by mail: a roadmap that the viewer may look at, or the changelog. */
export async function findSubject({ params: { slug }, context }: LoaderFunctionArgs) {
  const { db, viewer, words } = context;
  const roadmap = slug === undefined ? null : (await requireRoadmap({ db, viewer, slug })).roadmap;
  return { ...subjectOf(words, { roadmap }), roadmapId: roadmap?.id ?? null };
}
