import { and, eq, inArray, type SQL } from "drizzle-orm";
import { roadmaps } from "#db/schema";
import type { Viewer } from "../../core/users/viewer";
import { visibilitiesFor } from "../../core/users/visibilities";

/** Which roadmaps a viewer may look at; one that is switched off nobody, but the team still curates it. */
export function visibleRoadmaps(viewer: Viewer): SQL | undefined {
  return and(inArray(roadmaps.visibility, visibilitiesFor(viewer)), eq(roadmaps.isOff, false));
}
