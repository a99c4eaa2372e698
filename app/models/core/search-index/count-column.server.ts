import { type SQL, sql } from "drizzle-orm";
import type { Visibility } from "#db/schema/feedback/boards";

/** The column of `search_words` and `term_counts` that counts posts on boards of this visibility. */
export const countOf: Record<Visibility, SQL> = {
  public: sql.raw("public_posts"),
  members: sql.raw("members_posts"),
  staff: sql.raw("staff_posts"),
};

/** In how many posts something stands of those that somebody may see: the only count that may be asked on their behalf. */
export const countFor = (visible: Visibility[]): SQL =>
  sql`(${sql.join(
    visible.map((one) => countOf[one]),
    sql` + `,
  )})`;
