import { readSynonyms } from "~/models/core/synonyms/read-synonyms.server";
import { learnSynonyms } from "~/models/feedback/synonyms/learn-synonyms.server";
import type { Tools } from "./tools.server";

/** Learns which words mean the same from what was merged, and tells the search engine, where there is one. */
export async function refreshSynonyms({ db, engine }: Tools): Promise<void> {
  await learnSynonyms(db);
  await engine?.useSynonyms(await readSynonyms(db));
}
