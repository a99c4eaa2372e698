import { type EnqueuedTaskPromise, Meilisearch } from "meilisearch";
import { asAway, isMissing } from "./engine-away";
import type { EngineDocument, EngineQuestion, EngineSubject, SearchEngine } from "./search-engine";
import { matchedWords, withoutSentinels } from "./sentinels";
import { filterOf, searchOptions, settings, synonymsOf } from "./settings";
import { storedId, subjectOf } from "./stored-id";

const uid = "posts";
const nextUid = "posts_next";
const primaryKey = "id";
const pageLength = 1000;

/** Milliseconds that somebody who searches waits before the database is asked instead. */
const patience = 500;
/** Milliseconds that jobs wait for the engine. */
const workPatience = 30_000;

/** Meilisearch, through its own client. */
export function openMeilisearch({ host, apiKey }: { host: string; apiKey?: string }): SearchEngine {
  const asking = new Meilisearch({ host, apiKey, timeout: patience }).index(uid);
  const working = new Meilisearch({ host, apiKey, timeout: workPatience });
  const index = working.index<Stored>(uid);
  return {
    search: (question) => asAway(() => ask(asking, question)),
    write: (documents) => done(index.addDocuments(documents.map(toStored), { primaryKey })),
    remove: (subjects) => done(index.deleteDocuments(subjects.map(storedId))),
    async listWithTag(tagId) {
      const subjects: EngineSubject[] = [];
      for (let offset = 0; ; offset += pageLength) {
        const page = await index.getDocuments({
          filter: `tagIds = ${tagId}`,
          fields: ["id"],
          limit: pageLength,
          offset,
        });
        subjects.push(...page.results.map(({ id }) => subjectOf(id)));
        if (page.results.length < pageLength) return subjects;
      }
    },
    async *versions() {
      for (let offset = 0; ; offset += pageLength) {
        const page = await index.getDocuments({ fields: ["id", "version"], limit: pageLength, offset });
        yield page.results.map(({ id, version }) => ({ subject: subjectOf(id), version }));
        if (page.results.length < pageLength) return;
      }
    },
    async rebuild(pages) {
      const next = working.index<Stored>(nextUid);
      // What an interrupted run has left.
      if (await exists(working, nextUid)) await done(next.delete());
      await create(working, nextUid);
      for await (const page of pages) await done(next.addDocuments(page.map(toStored), { primaryKey }));
      if (!(await exists(working, uid))) await create(working, uid);
      await done(working.swapIndexes([{ indexes: [uid, nextUid] } as never]));
      await done(next.delete());
    },
    async prepare() {
      if (!(await exists(working, uid))) await create(working, uid);
    },
    async useSynonyms(lists) {
      if (await exists(working, uid)) await done(index.updateSettings({ synonyms: synonymsOf(lists) }));
    },
  };
}

type Stored = Omit<EngineDocument, "subject"> & { id: string };

function toStored(document: EngineDocument): Stored {
  const { subject, ...rest } = withoutSentinels(document);
  return { id: storedId(subject), ...rest };
}

async function ask(index: ReturnType<Meilisearch["index"]>, question: EngineQuestion) {
  const { text, limit, offset } = question;
  const { hits } = await index.search(text, { ...searchOptions, filter: filterOf(question), limit, offset });
  return hits.map((hit) => {
    const words = hit._rankingScoreDetails?.words;
    return {
      subject: subjectOf(hit.id as string),
      number: hit.number as number,
      version: hit.version as number,
      ...matchedWords(hit._formatted),
      matched: words?.matchingWords ?? 0,
      asked: words?.maxMatchingWords ?? 0,
    };
  });
}

async function create(client: Meilisearch, name: string): Promise<void> {
  await done(client.createIndex(name, { primaryKey }));
  await done(client.index(name).updateSettings(settings));
}

async function exists(client: Meilisearch, name: string): Promise<boolean> {
  try {
    await client.index(name).getRawInfo();
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** Waits for a task, and throws if it failed: bad documents are refused there, not in the response. */
async function done(enqueued: EnqueuedTaskPromise): Promise<void> {
  const task = await enqueued.waitTask({ timeout: workPatience, interval: 50 });
  if (task.status !== "succeeded") throw new Error(`Meilisearch: ${task.type} ${task.status}: ${task.error?.message}`);
}
