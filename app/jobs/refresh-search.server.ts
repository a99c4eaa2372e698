import type { Db } from "#db/client.server";
import type { SearchEngine } from "~/integrations/search/search-engine";
import { allDocumentIds, readVersions } from "~/models/core/search-index/read-documents.server";
import { forgetGone, indexMissing } from "~/models/core/search-index/rebuild.server";
import { refreshVocabulary } from "~/models/core/search-index/refresh-vocabulary.server";
import { readSynonyms } from "~/models/feedback/synonyms/queries.server";
import { sendPosts } from "./index-post.server";
import type { Tools } from "./tools.server";

/** Counts the words anew, and puts right where the index, here or at the engine, is not what the posts say. */
export async function refreshSearch({ db, engine, log }: Tools): Promise<void> {
  const missing = await indexMissing(db);
  await forgetGone(db);
  await refreshVocabulary(db);
  if (!engine) return;
  await engine.prepare();
  await engine.useSynonyms(await readSynonyms(db));
  const differing = await sendDifferences(db, engine);
  log.info({ missing, differing }, "search refreshed");
}

const batch = 200;

/** Resolves to how many there were. */
export async function sendDifferences(db: Db, engine: SearchEngine): Promise<number> {
  const differing = await findDifferences(db, engine);
  for (let i = 0; i < differing.length; i += batch) await sendPosts(db, engine, differing.slice(i, i + batch));
  return differing.length;
}

/** Posts of which the engine holds another version than the database, or which only one of them has. */
async function findDifferences(db: Db, engine: SearchEngine): Promise<string[]> {
  const there = new Map<string, number>();
  for await (const page of engine.versions()) for (const { id, version } of page) there.set(id, version);
  const differing: string[] = [];
  for await (const ids of allDocumentIds(db)) {
    const here = await readVersions(db, ids);
    for (const [id, version] of here) {
      if (there.get(id) !== version) differing.push(id);
      there.delete(id);
    }
  }
  return [...differing, ...there.keys()];
}
