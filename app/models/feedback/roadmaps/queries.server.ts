import { asc, eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { roadmapColumns, roadmaps } from "#db/schema";
import type { Visibility } from "#db/schema/feedback/boards";
import type { Viewer } from "../../core/users/viewer";
import type { Column } from "./column";
import { visibleRoadmaps } from "./visible-roadmaps.server";

export interface Roadmap {
  id: number;
  slug: string;
  /** Empty where it is simply called the roadmap. */
  name: string;
  visibility: Visibility;
  isOff: boolean;
  position: number;
  embedOrigins: string[];
}

const columns = {
  id: roadmaps.id,
  slug: roadmaps.slug,
  name: roadmaps.name,
  visibility: roadmaps.visibility,
  isOff: roadmaps.isOff,
  position: roadmaps.position,
  embedOrigins: roadmaps.embedOrigins,
};

/** The roadmaps that the viewer may see; the first one is the portal's own. */
export async function listRoadmaps(db: Db, viewer: Viewer): Promise<Roadmap[]> {
  return db
    .select(columns)
    .from(roadmaps)
    .where(visibleRoadmaps(viewer))
    .orderBy(asc(roadmaps.position), asc(roadmaps.id));
}

/** Whether there is any that the viewer may look at. */
export async function hasRoadmap(db: Db, viewer: Viewer): Promise<boolean> {
  return (await db.select({ id: roadmaps.id }).from(roadmaps).where(visibleRoadmaps(viewer)).limit(1)).length > 0;
}

/** Lists all roadmaps, also those that are switched off, for whoever curates them. */
export async function listEveryRoadmap(db: Db): Promise<Roadmap[]> {
  return db.select(columns).from(roadmaps).orderBy(asc(roadmaps.position), asc(roadmaps.id));
}

export async function findEveryRoadmap(db: Db, id: number): Promise<Roadmap | undefined> {
  return (await db.select(columns).from(roadmaps).where(eq(roadmaps.id, id)))[0];
}

/** In their order from left to right, or from right to left where one reads so. */
export async function listColumns(db: Db, roadmapId: number): Promise<Column[]> {
  return db
    .select({
      id: roadmapColumns.id,
      name: roadmapColumns.name,
      statuses: roadmapColumns.statuses,
      position: roadmapColumns.position,
    })
    .from(roadmapColumns)
    .where(eq(roadmapColumns.roadmapId, roadmapId))
    .orderBy(asc(roadmapColumns.position), asc(roadmapColumns.id));
}
