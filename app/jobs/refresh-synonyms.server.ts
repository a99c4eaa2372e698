import { learnSynonyms } from "~/models/synonyms/learn-synonyms.server";
import type { Tools } from "./tools.server";

/** Learns which words mean the same from what was merged. */
export async function refreshSynonyms({ db }: Tools): Promise<void> {
  await learnSynonyms(db);
}
