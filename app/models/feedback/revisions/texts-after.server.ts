import { type SQL, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { groupPairs } from "../../core/group-pairs";
import type { Changes } from "../../core/text/compare-texts.server";

export interface StoredChange {
  field: string;
  before: string;
  /** Null where it was removed. */
  after: string | null;
}

/**
 * What some changes that nobody has compared yet changed: what stood there before, and what came after, which is
 * kept with the change that followed, or is there today. At most so many characters of each.
 */
export async function textsAround(db: Db, ids: number[], most: number): Promise<Map<number, StoredChange[]>> {
  if (ids.length === 0) return new Map();
  const found = await rows<{ id: number; field: string; before: string; after: string | null }>(
    db,
    sql`select revisions.id::int as id, changed.key as field, left(changed.value, ${most}) as before,
        case when later.id is null then left(coalesce(${today}, ''), ${most})
          when later.removed_at is null then left(later.before ->> changed.key, ${most}) end as after
      from revisions cross join lateral jsonb_each_text(before) as changed
      join posts on posts.id = revisions.post_id
      left join bug_details on bug_details.post_id = posts.id
      left join comments on comments.id = revisions.comment_id
      left join lateral (select * from (select next.id, next.before, next.removed_at from revisions as next
          where next.post_id = revisions.post_id and next.comment_id is not distinct from revisions.comment_id
            and next.id > revisions.id
          -- In this order one after the other is looked into, until one has the field: the texts are long.
          order by next.id offset 0) as following
        where jsonb_exists(following.before, changed.key) limit 1) as later on true
      where revisions.id = any(${`{${ids.join(",")}}`}::bigint[])`,
  );
  return groupPairs(found.map(({ id, ...change }) => [id, change]));
}

const today: SQL = sql`case when revisions.comment_id is not null then comments.body_markdown
  else case changed.key when 'title' then posts.title when 'body' then posts.body_markdown
    when 'steps' then bug_details.steps_markdown when 'expected' then bug_details.expected_markdown
    when 'actual' then bug_details.actual_markdown when 'version' then bug_details.version end end`;

/** The changes of which both the text before and the one after are known. */
export const comparable = (changes: StoredChange[]): Changes =>
  Object.fromEntries(
    changes.flatMap(({ field, before, after }) => (after === null ? [] : [[field, { before, after }]])),
  );
