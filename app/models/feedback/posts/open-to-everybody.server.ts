import { type SQL, sql } from "drizzle-orm";
import { statusesIn } from "./lifecycle";

const underWay = sql.join(
  statusesIn("open", "active").map((status) => sql`${status}`),
  sql`, `,
);

/**
 * Whether strangers may be told of a post: anybody can read it, and it is neither done nor closed. As a condition on
 * rows of `posts` under another name.
 */
export const isOpenToEverybody = (name: string): SQL => {
  const post = sql.raw(name);
  return sql`(${post}.deleted_at is null and ${post}.merged_into is null and ${post}.status::text in (${underWay})
    and exists (select from boards where boards.id = ${post}.board_id and boards.visibility = 'public'))`;
};
