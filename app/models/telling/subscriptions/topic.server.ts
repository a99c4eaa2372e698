import { eq, isNull, type SQL } from "drizzle-orm";
import { subscribers } from "#db/schema";

/** What somebody can get by mail: what changes on a roadmap, or the changelog where there is none. */
export interface Topic {
  roadmapId: number | null;
}

export const isAbout = ({ roadmapId }: Topic): SQL =>
  roadmapId === null ? isNull(subscribers.roadmapId) : eq(subscribers.roadmapId, roadmapId);
