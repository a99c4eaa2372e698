import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { roadmaps } from "#db/schema";

/** What a roadmap is called, whoever asks; undefined where there is none. */
export async function nameOfRoadmap(db: Db, id: number): Promise<{ slug: string; name: string } | undefined> {
  const [roadmap] = await db
    .select({ slug: roadmaps.slug, name: roadmaps.name })
    .from(roadmaps)
    .where(eq(roadmaps.id, id));
  return roadmap;
}
