import type { Db } from "#db/client.server";
import type { EngineSubject, EngineVersion, SearchEngine } from "~/integrations/search/search-engine";
import { keyOf } from "~/models/core/search-index/document-subject.server";
import { allSubjects, readVersions } from "~/models/core/search-index/read-documents.server";
import { forgetGone, indexMissing } from "~/models/core/search-index/rebuild.server";
import { refreshVocabulary } from "~/models/core/search-index/refresh-vocabulary.server";
import { readSynonyms } from "~/models/core/synonyms/read-synonyms.server";
import { sendSubjects } from "./index-post.server";
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

/** Resolves to how many there were. */
export async function sendDifferences(db: Db, engine: SearchEngine): Promise<number> {
  const differing = await findDifferences(db, engine);
  await sendSubjects(db, engine, differing);
  return differing.length;
}

/** That of which the engine holds another version than the database, or which only one of them has. */
async function findDifferences(db: Db, engine: SearchEngine): Promise<EngineSubject[]> {
  const there = new Map<string, EngineVersion>();
  for await (const page of engine.versions()) for (const one of page) there.set(keyOf(one.subject), one);
  const differing: EngineSubject[] = [];
  for await (const subjects of allSubjects(db, "post")) {
    const here = await readVersions(db, subjects);
    for (const subject of subjects) {
      const key = keyOf(subject);
      if (there.get(key)?.version !== here.get(key)) differing.push(subject);
      there.delete(key);
    }
  }
  return [...differing, ...[...there.values()].map(({ subject }) => subject)];
}
