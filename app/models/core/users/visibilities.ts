import type { Visibility } from "#db/schema/feedback/boards";
import { isStaff } from "./policy";
import type { Viewer } from "./viewer";

/** What the visibility of a board, or of whatever else has one, may be for a viewer to know of it. */
export const visibilitiesFor = (viewer: Viewer): Visibility[] => visibilitiesAmong(isStaff(viewer), viewer !== null);

export function visibilitiesAmong(isStaff: boolean, isMember: boolean): Visibility[] {
  if (isStaff) return ["public", "members", "staff"];
  return isMember ? ["public", "members"] : ["public"];
}
