import { sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { type Visibility, visibility } from "#db/schema/feedback/boards";
import { countOf } from "./count-column.server";
import { type DocumentSubject, isAboutAnyOf, keyOf, type Named, subjectColumns } from "./document-subject.server";
import { forgetTerms } from "./forget-terms.server";
import { kindNames, searchKinds } from "./kinds.server";

const statementLength = 5000;
const longestTerm = 60;

/** The terms of a search document, and who may see it. */
export interface Said {
  visibility: Visibility;
  terms: Set<string>;
}

/** What the documents of some subjects say now, by the keys of the subjects. */
export async function readSaid(tx: Db, subjects: DocumentSubject[]): Promise<Map<string, Said>> {
  const found = await rows<Named & { words: string[] }>(
    tx,
    sql`select ${subjectColumns}, array_to_json(tsvector_to_array(words)) as words from search_documents
      where ${isAboutAnyOf(subjects)}`,
  );
  if (found.length === 0) return new Map();
  const visibilityOf = new Map(
    await Promise.all(kindNames.map(async (kind) => [kind, await searchKinds[kind].readVisibility(tx)] as const)),
  );
  return new Map(
    found.map(({ words, ...subject }) => {
      const visibility = visibilityOf.get(subject.kind)?.(words) ?? "staff";
      return [keyOf(subject), { visibility, terms: new Set(words.filter(isTelling)) }];
    }),
  );
}

const isTelling = (word: string): boolean =>
  word.length <= longestTerm && (!word.includes("=") || word.startsWith("language="));

/** Puts the vocabulary right, in the transaction that wrote documents: adds what is new, takes out what is gone. */
export async function correctVocabulary(
  tx: Db,
  { before, after, written }: { before: Map<string, Said>; after: Map<string, Said>; written: Set<string> },
): Promise<void> {
  for (const one of visibility.enumValues) {
    const [old, now] = [countTerms(before, one), countTerms(after, one)];
    const gone = [...old].flatMap(([word, count]) => {
      const fewer = count - (now.get(word) ?? 0);
      return fewer > 0 ? [{ word, fewer }] : [];
    });
    const more = [...now].filter(([word, count]) => count > (old.get(word) ?? 0)).map(([word]) => word);
    await learnTerms(tx, one, more, written);
    await forgetTerms(tx, one, gone);
  }
}

function countTerms(said: Map<string, Said>, visibility: Visibility): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of said.values()) {
    if (one.visibility !== visibility) continue;
    for (const word of one.terms) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/**
 * Adds terms that are new to those who see boards of this visibility. Known ones are left alone: a count at each writing
 * would make all who write wait for those who use the same terms.
 */
export async function learnTerms(tx: Db, visibility: Visibility, terms: string[], written: Set<string>): Promise<void> {
  const count = countOf[visibility];
  const known = sql`select from search_words as known where known.word ~>=~ new.word and known.word ~<=~ new.word
    and known.${count} > 0 and known.is_word >= new.is_word`;
  const telling = terms.filter(isTelling);
  for (let i = 0; i < telling.length; i += statementLength) {
    const some = telling.slice(i, i + statementLength).map((word) => ({ word, is_word: written.has(word) }));
    // In one order for everybody, so that no two wait for each other.
    await tx.execute(sql`insert into search_words as old (word, is_word, ${count})
      select word, is_word, 1 from json_to_recordset(${JSON.stringify(some)}::json) as new (word text, is_word boolean)
      where not exists (${known}) order by word
      on conflict (word) do update set ${count} = greatest(old.${count}, 1), is_word = old.is_word or excluded.is_word`);
  }
}
