import { and, isNull, type SQL, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { imports } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { indexPosts } from "../../core/search-index/index-posts.server";
import { forgetWordings } from "../../core/wordings/keep-wordings.server";
import { findKept } from "./find-kept.server";
import { takeBackActivities } from "./take-back-activities.server";
import { takeTurnsAtImporting } from "./take-turns.server";
import { updateCounts } from "./update-counts.server";

export interface Undone {
  removed: number;
  /** What people have since added to, and so stays with all that came with it. */
  kept: { number: number; title: string }[];
}

interface UndoImport {
  id: string;
  /** Who wanted it, where that is known. */
  actorId?: string | null;
  at?: Date;
}

/**
 * Takes a whole import back: what it made goes, and can be imported anew. The people it made stay, without anything
 * of theirs. Throws `notFound` for an import that is none, or is undone.
 * For whoever runs the portal's programs; a page in front of this has to check `mayAdminister`.
 */
export async function undoImport(db: Db, { id, actorId = null, at = new Date() }: UndoImport): Promise<Undone> {
  return db.transaction(async (tx) => {
    await takeTurnsAtImporting(tx);
    const [undone] = await tx
      .update(imports)
      .set({ undoneAt: at })
      .where(and(sql`${imports.id}::text = ${id.toLowerCase()}`, isNull(imports.undoneAt)))
      .returning({ id: imports.id });
    if (!undone) throw new DomainError("notFound");
    const kept = await findKept(tx, undone.id);
    const keptIds = listed(kept.map((post) => post.id));
    const going = await rows<{ id: string }>(
      tx,
      sql`select post_id as id from import_sources
        where import_id = ${undone.id} and kind = 'post' and post_id not in ${keptIds}`,
    );
    const removed = going.map((post) => post.id);
    const touched = await takeBackActivities(tx, { importId: undone.id, removed: listed(removed), kept: keptIds });
    await removePosts(tx, listed(removed), at);
    await tx.execute(sql`delete from import_sources where import_id = ${undone.id} and post_id not in ${keptIds}`);
    await updateCounts(tx, touched);
    await indexPosts(tx, [...new Set([...removed, ...touched])]);
    const data = { importId: undone.id, count: removed.length };
    await recordEvent(tx, { type: "import.undone", actorId, data, at });
    return { removed: removed.length, kept: kept.map(({ number, title }) => ({ number, title })) };
  });
}

/**
 * Events speak of posts and are never deleted, so a row stays: without its texts, its number and where it came from,
 * deleted.
 */
async function removePosts(tx: Db, removed: SQL, at: Date): Promise<void> {
  await tx.execute(sql`delete from old_paths where post_id in ${removed}`);
  const numbers = await rows<{ number: number }>(tx, sql`select number from posts where id in ${removed}`);
  await forgetWordings(
    tx,
    numbers.map(({ number }) => number),
  );
  await tx.execute(sql`update posts set deleted_at = ${at.toISOString()}::timestamptz, source = null, source_id = null,
      number = lowest.number - gone.place, title = '–', body_markdown = '', body_html = '', excerpt = '', tag_ids = '{}',
      vote_count = 0, imported_votes = 0, comment_count = 0, follower_count = 0
    from (select id, row_number() over (order by number)::int as place from posts where id in ${removed}) as gone,
      (select least(min(number), 0) as number from posts) as lowest
    where posts.id = gone.id`);
}

function listed(ids: string[]): SQL {
  return sql`(select value::uuid from json_array_elements_text(${JSON.stringify(ids)}::json))`;
}
