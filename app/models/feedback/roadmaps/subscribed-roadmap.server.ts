import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { roadmaps } from "#db/schema";
import type { Viewer } from "../../core/users/viewer";
import { visibleRoadmaps } from "./visible-roadmaps.server";

/** A roadmap that is not theirs to see any more goes by no name. */
const hidden = { slug: "", name: "" };

/** The roadmap that a subscription is about, as its subscriber may see it; null for the changelog. */
export async function findSubscribedRoadmap(
  db: Db,
  { roadmapId, user }: { roadmapId: number | null; user: Viewer },
): Promise<{ slug: string; name: string } | null> {
  if (roadmapId === null) return null;
  const [roadmap] = await db
    .select({ slug: roadmaps.slug, name: roadmaps.name })
    .from(roadmaps)
    .where(and(eq(roadmaps.id, roadmapId), visibleRoadmaps(user)));
  return roadmap ?? hidden;
}
