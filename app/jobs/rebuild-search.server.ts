import type { Db } from "#db/client.server";
import type { EngineDocument, SearchEngine } from "~/integrations/search/search-engine";
import { allDocumentIds, readDocuments } from "~/models/search-index/read-documents.server";
import { rebuildIndex } from "~/models/search-index/rebuild.server";
import { sendDifferences } from "./refresh-search.server";

interface Rebuild {
  db: Db;
  engine?: SearchEngine;
  /** Told how many posts are done, here and then at the engine. */
  onProgress?: (posts: number, where: "database" | "engine") => void;
}

/** Builds the index of the database anew, and that of the engine, which goes on answering from the old one. */
export async function rebuildEverything({ db, engine, onProgress }: Rebuild): Promise<void> {
  await rebuildIndex(db, (posts) => onProgress?.(posts, "database"));
  if (!engine) return;
  await engine.rebuild(allDocuments(db, (posts) => onProgress?.(posts, "engine")));
  // What was written meanwhile went to the old one.
  await sendDifferences(db, engine);
}

async function* allDocuments(db: Db, onProgress: (posts: number) => void): AsyncGenerator<EngineDocument[]> {
  let done = 0;
  for await (const ids of allDocumentIds(db)) {
    yield await readDocuments(db, ids);
    done += ids.length;
    onProgress(done);
  }
}
