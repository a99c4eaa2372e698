import { type SQL, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { kindNames, type SubjectKind, searchKinds } from "./kinds.server";
import { refreshVocabulary } from "./refresh-vocabulary.server";
import { rules, writeDocuments } from "./write-documents.server";

/** Documents in one transaction: whoever writes meanwhile waits no longer than for these. */
const batch = 400;

const listedOf = (kind: SubjectKind): SQL => sql`(${searchKinds[kind].listed}) as listed`;

/** How many things can be found. */
export async function countListed(db: Db): Promise<number> {
  const counts = kindNames.map((kind) => sql`(select count(*)::int from ${listedOf(kind)})`);
  const [row] = await rows<{ count: number }>(db, sql`select ${sql.join(counts, sql` + `)} as count`);
  return row?.count ?? 0;
}

/** Writes all documents anew, and counts all terms. Told how many are written. */
export async function rebuildIndex(db: Db, onProgress?: (done: number) => void): Promise<void> {
  await indexAll(db, () => sql`true`, onProgress);
  await forgetGone(db);
  await refreshVocabulary(db);
}

/** The same for what has none, or one by older rules, as after an upgrade. Resolves to how many. */
export async function indexMissing(db: Db): Promise<number> {
  return indexAll(
    db,
    (kind) => sql`not exists (select from search_documents where ${searchKinds[kind].key} = listed.id
      and search_documents.rules >= ${rules})`,
  );
}

type Which = (kind: SubjectKind) => SQL;

async function indexAll(db: Db, which: Which, onProgress?: (done: number) => void): Promise<number> {
  let done = 0;
  for (const kind of kindNames) {
    for await (const ids of pages(db, sql`${listedOf(kind)} where ${which(kind)}`)) {
      await db.transaction((tx) => writeDocuments(tx, kind, ids));
      done += ids.length;
      onProgress?.(done);
    }
  }
  return done;
}

async function* pages(db: Db, listed: SQL): AsyncGenerator<string[]> {
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    const some = await rows<{ id: string }>(
      db,
      sql`select listed.id from ${listed} and listed.id > ${after}::uuid order by listed.id limit ${batch}`,
    );
    if (some.length > 0) yield some.map(({ id }) => id);
    if (some.length < batch) return;
    after = some.at(-1)?.id ?? after;
  }
}

/** Documents of what is not to be found any more; there are none unless somebody wrote past the commands. */
export async function forgetGone(db: Db): Promise<void> {
  for (const kind of kindNames) {
    const { key } = searchKinds[kind];
    await db.execute(sql`delete from search_documents where ${key} is not null
      and not exists (select from ${listedOf(kind)} where listed.id = ${key})`);
  }
}
