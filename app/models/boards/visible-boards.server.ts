import { inArray, type SQL } from "drizzle-orm";
import { boards } from "#db/schema";
import type { Visibility } from "#db/schema/boards";
import { isStaff } from "../users/policy";
import type { Viewer } from "../users/viewer";

/** Part of the one visibility predicate: which boards a viewer may know of. */
export function visibleBoards(viewer: Viewer): SQL {
  return inArray(boards.visibility, visibilitiesFor(viewer));
}

function visibilitiesFor(viewer: Viewer): Visibility[] {
  if (isStaff(viewer)) return ["public", "members", "staff"];
  return viewer ? ["public", "members"] : ["public"];
}
