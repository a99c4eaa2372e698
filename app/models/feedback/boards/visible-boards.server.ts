import { inArray, type SQL, sql } from "drizzle-orm";
import { boards, users } from "#db/schema";
import type { Visibility } from "#db/schema/feedback/boards";
import { isStaff, staff } from "../../core/users/policy";
import type { Viewer } from "../../core/users/viewer";

/** Part of the one visibility predicate: which boards a viewer may know of. */
export function visibleBoards(viewer: Viewer): SQL {
  return inArray(boards.visibility, visibilitiesFor(viewer));
}

/** What the visibility of a board, or of whatever else has one, may be for a viewer to know of it. */
export const visibilitiesFor = (viewer: Viewer): Visibility[] => among(isStaff(viewer), viewer !== null);

/** The same where the viewers are rows of `users`, as when many are to be told. Where no user is joined, it is anybody. */
export function boardsVisibleToUsers(): SQL {
  const { visibility } = boards;
  const [forStaff, forMembers, forAnybody] = [among(true, true), among(false, true), among(false, false)];
  return sql`case when ${inArray(users.role, [...staff])} then ${inArray(visibility, forStaff)}
    when ${users.id} is null then ${inArray(visibility, forAnybody)}
    else ${inArray(visibility, forMembers)} end`;
}

function among(isStaff: boolean, isMember: boolean): Visibility[] {
  if (isStaff) return ["public", "members", "staff"];
  return isMember ? ["public", "members"] : ["public"];
}
