import { type SQL, sql } from "drizzle-orm";
import type { Visibility } from "#db/schema/boards";
import { visibilitiesFor } from "../boards/visible-boards.server";
import type { Viewer } from "../users/viewer";

/** The column of `search_words` and `term_counts` that counts posts on boards of this visibility. */
export const countOf: Record<Visibility, SQL> = {
  public: sql.raw("public_posts"),
  members: sql.raw("members_posts"),
  staff: sql.raw("staff_posts"),
};

/** In how many posts something stands that this viewer may see: the only count that may be asked on somebody's behalf. */
export const countFor = (viewer: Viewer): SQL =>
  sql`(${sql.join(
    visibilitiesFor(viewer).map((one) => countOf[one]),
    sql` + `,
  )})`;
