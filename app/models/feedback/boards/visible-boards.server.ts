import { eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { boardGuests, boards, users } from "#db/schema";
import type { SharedBoard } from "../../core/settings/settings.server";
import { isStaff, staff } from "../../core/users/policy";
import type { User, Viewer } from "../../core/users/viewer";
import { visibilitiesAmong, visibilitiesFor } from "../../core/users/visibilities";

/** Part of the one visibility predicate: which boards a viewer may know of. */
export function visibleBoards(viewer: Viewer): SQL {
  const among = inArray(boards.visibility, visibilitiesFor(viewer));
  if (isStaff(viewer) || !viewer?.guestOf?.length) return among;
  return sql`(${among} or (${boards.isShared} and ${inArray(boards.id, [...viewer.guestOf])}))`;
}

/** Boards that are shared with somebody, by their domain or since they were invited; none for the team, who see all. */
export async function listBoardsSharedWith(db: Db, viewer: User, shared: readonly SharedBoard[]): Promise<number[]> {
  if (shared.length === 0 || isStaff(viewer)) return [];
  const { domain } = viewer;
  const byDomain = shared.filter(({ domains }) => domain !== undefined && domains.includes(domain));
  const invited = await db
    .select({ id: boardGuests.boardId })
    .from(boardGuests)
    .where(eq(boardGuests.userId, viewer.id));
  return [...new Set([...byDomain, ...invited].map(({ id }) => id))];
}

/** The same where the viewers are rows of `users`, as when many are to be told. Where no user is joined, it is anybody. */
export function boardsVisibleToUsers(): SQL {
  const { visibility } = boards;
  const [forStaff, forMembers, forAnybody] = [
    visibilitiesAmong(true, true),
    visibilitiesAmong(false, true),
    visibilitiesAmong(false, false),
  ];
  return sql`case when ${inArray(users.role, [...staff])} then ${inArray(visibility, forStaff)}
    when ${users.id} is null then ${inArray(visibility, forAnybody)}
    else ${inArray(visibility, forMembers)} or (${boards.isShared}
      and (split_part(${users.email}, '@', 2) = any(${boards.guestDomains}) or exists (select from ${boardGuests}
        where ${boardGuests.boardId} = ${boards.id} and ${boardGuests.userId} = ${users.id}))) end`;
}
