import type { Db } from "#db/client.server";
import type { EngineDocument, SearchEngine } from "~/integrations/search/search-engine";
import { allSubjects, readDocuments } from "~/models/core/search-index/read-documents.server";
import { rebuildIndex } from "~/models/core/search-index/rebuild.server";
import { readSynonyms } from "~/models/core/synonyms/read-synonyms.server";
import { rebuildSimilar } from "~/models/core/wordings/rebuild-similar.server";
import { sendDifferences } from "./refresh-search.server";

export type RebuiltPart = "search" | "similar" | "engine";

interface Rebuild {
  db: Db;
  engine?: SearchEngine;
  /** Told how many posts are done in each part, one after the other. */
  onProgress?: (posts: number, part: RebuiltPart) => void;
}

/** Builds anew what posts are found by and compared by, and the index of the engine, which goes on answering from the old one. */
export async function rebuildEverything({ db, engine, onProgress }: Rebuild): Promise<void> {
  await rebuildIndex(db, (posts) => onProgress?.(posts, "search"));
  await rebuildSimilar(db, (posts) => onProgress?.(posts, "similar"));
  if (!engine) return;
  await engine.rebuild(allDocuments(db, (posts) => onProgress?.(posts, "engine")));
  await engine.useSynonyms(await readSynonyms(db));
  // What was written meanwhile went to the old one.
  await sendDifferences(db, engine);
}

async function* allDocuments(db: Db, onProgress: (posts: number) => void): AsyncGenerator<EngineDocument[]> {
  let done = 0;
  for await (const subjects of allSubjects(db, "post")) {
    yield await readDocuments(db, subjects);
    done += subjects.length;
    onProgress(done);
  }
}
