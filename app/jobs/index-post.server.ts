import { z } from "zod";
import type { Db } from "#db/client.server";
import type { EngineSubject, SearchEngine } from "~/integrations/search/search-engine";
import { keyOf } from "~/models/core/search-index/document-subject.server";
import { readDocuments, readVersions } from "~/models/core/search-index/read-documents.server";
import { findTouched } from "~/models/core/search-index/touched.server";
import type { Tools } from "./tools.server";

const data = z.object({ eventId: z.number() });

/** Tells the search engine what those that an event touched say now; there is nothing to do where there is none. */
export async function indexPost({ db, engine }: Tools, job: unknown): Promise<void> {
  if (!engine) return;
  const touched = await findTouched(db, data.parse(job).eventId);
  await sendSubjects(db, engine, "tagId" in touched ? await engine.listWithTag(touched.tagId) : touched.subjects);
}

const batch = 200;
const mostRounds = 5;

/**
 * Sends documents as they are, until what was sent is what is there: of two jobs that overtake each other, whichever
 * sends last finds that its own is the older, and sends again.
 */
export async function sendSubjects(db: Db, engine: SearchEngine, subjects: EngineSubject[]): Promise<void> {
  for (let i = 0; i < subjects.length; i += batch) await sendSome(db, engine, subjects.slice(i, i + batch));
}

async function sendSome(db: Db, engine: SearchEngine, subjects: EngineSubject[]): Promise<void> {
  let waiting = subjects;
  for (let round = 0; waiting.length > 0; round++) {
    if (round === mostRounds) throw new Error("Documents change faster than the search engine takes them.");
    const documents = await readDocuments(db, waiting);
    const sent = new Map(documents.map(({ subject, version }) => [keyOf(subject), version]));
    const gone = waiting.filter((subject) => !sent.has(keyOf(subject)));
    if (documents.length > 0) await engine.write(documents);
    if (gone.length > 0) await engine.remove(gone);
    const now = await readVersions(db, waiting);
    waiting = waiting.filter((subject) => now.get(keyOf(subject)) !== sent.get(keyOf(subject)));
  }
}
