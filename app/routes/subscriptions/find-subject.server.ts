import type { LoaderFunctionArgs } from "@remix-run/node";
import { describeSubscription } from "~/models/feedback/roadmaps/describe-subscription";
import { requireRoadmap } from "~/models/feedback/roadmaps/require-roadmap.server";

/** What the address offers by mail: a roadmap that the viewer may look at, or the changelog. */
export async function findSubject({ params: { slug }, context }: LoaderFunctionArgs) {
  const { db, viewer, words } = context;
  const roadmap = slug === undefined ? null : (await requireRoadmap({ db, viewer, slug })).roadmap;
  return { ...describeSubscription(words, roadmap), roadmapId: roadmap?.id ?? null };
}
