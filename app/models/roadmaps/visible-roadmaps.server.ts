import { and, eq, inArray, type SQL } from "drizzle-orm";
import { roadmaps } from "#db/schema";
import { visibilitiesFor } from "../boards/visible-boards.server";
import type { Viewer } from "../users/viewer";

/** Which roadmaps a viewer may look at; one that is switched off nobody, but the team still curates it. */
export function visibleRoadmaps(viewer: Viewer): SQL | undefined {
  return and(inArray(roadmaps.visibility, visibilitiesFor(viewer)), eq(roadmaps.isOff, false));
}
