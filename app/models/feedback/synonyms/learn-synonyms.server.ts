import { inArray, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { synonyms } from "#db/schema";
import { type SynonymLanguage, synonymLanguage } from "#db/schema/feedback/synonyms";
import { detectLanguages } from "../../core/search-index/language.server";
import { keysOf } from "./keys.server";
import { learnFrom, type MergedTitles, type Pair } from "./learn";

/** The latest of them; what was merged before says no more about how people speak now. */
const mostMerges = 5000;

/**
 * Learns from what was merged which words mean the same, and forgets what is no longer merged. What the team has changed
 * or removed stays as it is.
 */
export async function learnSynonyms(db: Db, at = new Date()): Promise<void> {
  const merged = await publicMerges(db);
  await db.transaction(async (tx) => {
    // Two that learn at once would both learn the same; nor does the team change meanwhile what is read here.
    await tx.execute(sql`lock table ${synonyms} in share row exclusive mode`);
    const known = await tx.select().from(synonyms);
    const pairs = await withKeys(tx, learnFrom(merged));
    const gone = known.filter(
      ({ origin, removedAt, keys }) => origin === "merges" && !removedAt && !pairs.some((pair) => standsIn(pair, keys)),
    );
    const learned = pairs.filter((pair) => !known.some(({ keys }) => standsIn(pair, keys)));
    if (gone.length > 0) {
      const ids = gone.map(({ id }) => id);
      await tx.delete(synonyms).where(inArray(synonyms.id, ids));
    }
    const rows = learned.map(({ words, language, keys }) => ({
      words,
      language,
      keys: keys.flat(),
      origin: "merges" as const,
      createdAt: at,
    }));
    if (rows.length > 0) await tx.insert(synonyms).values(rows);
  });
}

interface Known extends Pair {
  language: SynonymLanguage;
  /** Of the one and of the other. */
  keys: [string[], string[]];
}

async function withKeys(tx: Db, pairs: Pair[]): Promise<Known[]> {
  const known: Known[] = [];
  for (const pair of pairs) {
    const language = languageOf(pair.words.join(" "));
    const [one, other] = pair.words;
    known.push({ ...pair, language, keys: [await keysOf(tx, language, [one]), await keysOf(tx, language, [other])] });
  }
  return known;
}

/** Whether synonyms say of both already that they mean the same. */
const standsIn = (pair: Known, keys: string[]): boolean =>
  pair.keys.every((some) => some.some((key) => keys.includes(key)));

const languageOf = (text: string): SynonymLanguage =>
  synonymLanguage.enumValues.find((one) => detectLanguages(text)[0] === one) ?? "en";

/** Titles of posts that were merged, where everybody may see both. */
const publicMerges = (db: Db): Promise<MergedTitles[]> =>
  rows<MergedTitles & Record<string, unknown>>(
    db,
    sql`select duplicate.title as duplicate, original.title as original
      from posts as duplicate join posts as original on original.id = duplicate.merged_into
      join boards as board on board.id = duplicate.board_id join boards as home on home.id = original.board_id
      where duplicate.deleted_at is null and original.deleted_at is null
        and board.visibility = 'public' and home.visibility = 'public'
      order by duplicate.number desc limit ${mostMerges}`,
  );
