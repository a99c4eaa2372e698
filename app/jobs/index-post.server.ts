import { z } from "zod";
import type { Db } from "#db/client.server";
import type { SearchEngine } from "~/integrations/search/search-engine";
import { readDocuments, readVersions } from "~/models/core/search-index/read-documents.server";
import { findTouched } from "~/models/core/search-index/touched.server";
import type { Tools } from "./tools.server";

const data = z.object({ eventId: z.number() });

/** Tells the search engine what the posts that an event touched say now; there is nothing to do where there is none. */
export async function indexPost({ db, engine }: Tools, job: unknown): Promise<void> {
  if (!engine) return;
  const touched = await findTouched(db, data.parse(job).eventId);
  const ids = "tagId" in touched ? await engine.idsWithTag(touched.tagId) : touched.postIds;
  for (let i = 0; i < ids.length; i += batch) await sendPosts(db, engine, ids.slice(i, i + batch));
}

const batch = 200;
const mostRounds = 5;

/**
 * Sends posts as they are, until what was sent is what is there: of two jobs that overtake each other, whichever
 * sends last finds that its own is the older, and sends again.
 */
export async function sendPosts(db: Db, engine: SearchEngine, ids: string[]): Promise<void> {
  let waiting = ids;
  for (let round = 0; waiting.length > 0; round++) {
    if (round === mostRounds) throw new Error("Posts change faster than the search engine takes them.");
    const documents = await readDocuments(db, waiting);
    const sent = new Map(documents.map(({ id, version }) => [id, version]));
    const gone = waiting.filter((id) => !sent.has(id));
    if (documents.length > 0) await engine.write(documents);
    if (gone.length > 0) await engine.remove(gone);
    const now = await readVersions(db, waiting);
    waiting = waiting.filter((id) => now.get(id) !== sent.get(id));
  }
}
