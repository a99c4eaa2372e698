import { type SQL, sql } from "drizzle-orm";

/**
 * Whether all who see a board see `theirs`, too, both in `boards` as joined under these names. Guests of a shared board
 * see none of the team's.
 */
export const seenByAll: SQL = sql`(theirs.id = boards.id or (theirs.visibility <= boards.visibility
  and not theirs.is_shared and (theirs.visibility < 'staff' or not boards.is_shared)))`;
