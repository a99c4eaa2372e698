import { type SQL, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { indexPosts } from "./index-posts.server";
import { refreshVocabulary } from "./refresh-vocabulary.server";
import { rules } from "./write-documents.server";

/** Posts in one transaction: whoever writes meanwhile waits no longer than for these. */
const batch = 400;

const isListed = sql`posts.deleted_at is null and posts.merged_into is null`;
const isMissing = sql`not exists (select from search_documents where post_id = posts.id and search_documents.rules >= ${rules})`;

export async function countListed(db: Db): Promise<number> {
  const [row] = await rows<{ count: number }>(db, sql`select count(*)::int as count from posts where ${isListed}`);
  return row?.count ?? 0;
}

/** Writes all documents anew, and counts all terms. Told how many posts are done. */
export async function rebuildIndex(db: Db, onProgress?: (posts: number) => void): Promise<void> {
  await indexAll(db, isListed, onProgress);
  await forgetGone(db);
  await refreshVocabulary(db);
}

/** The same for posts that have none, or one by older rules, as after an upgrade. Resolves to how many. */
export async function indexMissing(db: Db): Promise<number> {
  return indexAll(db, sql`${isListed} and ${isMissing}`);
}

async function indexAll(db: Db, which: SQL, onProgress?: (posts: number) => void): Promise<number> {
  let done = 0;
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    const some = await rows<{ id: string }>(
      db,
      sql`select id from posts where ${which} and id > ${after}::uuid order by id limit ${batch}`,
    );
    const ids = some.map(({ id }) => id);
    await db.transaction((tx) => indexPosts(tx, ids));
    done += ids.length;
    onProgress?.(done);
    if (ids.length < batch) return done;
    after = ids.at(-1) ?? after;
  }
}

/** Documents of posts that lists no longer show; there are none unless somebody wrote past the commands. */
export async function forgetGone(db: Db): Promise<void> {
  await db.execute(sql`delete from search_documents using posts where posts.id = post_id and not (${isListed})`);
}
