import { type SQL, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import type { Visibility } from "#db/schema/feedback/boards";
import { changeCounts } from "./term-counts.server";
import { addToTotals, noTotals, plus } from "./totals.server";

type Row = Record<string, unknown> & {
  terms: number[];
  was: Visibility | null;
  is: Visibility | null;
  titleLength: number;
  textLength: number;
};

/** The visibility of a post as it is now; null where it is deleted. */
export const visibilityNow: SQL = sql`case when posts.deleted_at is null then boards.visibility end`;

/**
 * Lets wordings count where their posts are to be seen now, in the transaction that hides or shows these: by ids of posts,
 * or all of a board. Resolves to how many are seen by others than before.
 */
export async function moveWordings(tx: Db, which: { postIds: string[] } | { boardId: number }): Promise<number> {
  const some =
    "boardId" in which
      ? sql`posts.board_id = ${which.boardId}`
      : sql`posts.id = any(${`{${which.postIds.join(",")}}`}::uuid[])`;
  await addToTotals(tx, noTotals());
  const moved = await rows<Row>(
    tx,
    sql`with moved as (
        select wordings.number, wordings.visibility as was, ${visibilityNow} as is_now
        from wordings join posts on posts.number = wordings.number join boards on boards.id = posts.board_id
        where ${some} and wordings.visibility is distinct from ${visibilityNow}
      )
      update wordings set visibility = is_now from moved where moved.number = wordings.number
      returning array_to_json(terms) as terms, was, is_now as is, title_length as "titleLength", text_length as "textLength"`,
  );
  if (moved.length === 0) return 0;
  const more = noTotals();
  for (const { was, is, titleLength, textLength } of moved) {
    if (was) more[was] = plus(more[was], { posts: -1, titleLength: -titleLength, textLength: -textLength });
    if (is) more[is] = plus(more[is], { posts: 1, titleLength, textLength });
  }
  await addToTotals(tx, more);
  await changeCounts(
    tx,
    moved.map(({ terms, was }) => ({ terms, visibility: was })),
    moved.map(({ terms, is }) => ({ terms, visibility: is })),
  );
  return moved.length;
}
