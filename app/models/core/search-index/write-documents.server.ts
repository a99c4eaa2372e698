import { type SQL, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import type { Db } from "#db/client.server";
import { searchDocuments } from "#db/schema";
import { type DocumentSubject, isAboutAnyOf } from "./document-subject.server";
import { type SubjectKind, searchKinds } from "./kinds.server";
import type { Document } from "./search-kind";
import { vectorOf } from "./vector.server";
import { correctVocabulary, readSaid } from "./vocabulary.server";
import { writtenIn } from "./words";

/** To be raised whenever documents come out differently, by ./words.ts or ./fold.ts, too; all are then written anew. */
export const rules = 4;

/**
 * Writes anew what some subjects of one kind are found by; those without a document here are found no longer. Corrects
 * the vocabulary by what they said before and say now.
 */
export async function writeDocuments(tx: Db, kind: SubjectKind, ids: string[]): Promise<void> {
  const documents = await searchKinds[kind].documents(tx, ids);
  const subjects = ids.map((id): DocumentSubject => ({ kind, id }));
  const before = await readSaid(tx, subjects);
  const kept = new Set(documents.map(({ id }) => id));
  const gone = subjects.filter(({ id }) => !kept.has(id));
  if (gone.length > 0) await tx.execute(sql`delete from ${searchDocuments} where ${isAboutAnyOf(gone)}`);
  if (documents.length > 0) await upsert(tx, kind, documents);
  const after = await readSaid(tx, subjects);
  await correctVocabulary(tx, { before, after, written: new Set(documents.flatMap(wordsWrittenIn)) });
}

async function upsert(tx: Db, kind: SubjectKind, documents: Document[]): Promise<void> {
  const key = sql.identifier(toSnakeCase(searchKinds[kind].key.name));
  await tx.execute(sql`insert into ${searchDocuments} (${key}, language, title, words, copies, version, rules)
    values ${sql.join(documents.map(rowOf), sql`, `)}
    on conflict (${key}) do update set language = excluded.language, title = excluded.title, words = excluded.words,
      copies = excluded.copies, version = excluded.version, rules = excluded.rules`);
}

function rowOf({ id, title, rest, languages, filterTerms }: Document): SQL {
  const filters = sql`array_to_tsvector(${`{${[...filterTerms, ...languages.map(filterTermOfLanguage)].join(",")}}`}::text[])`;
  return sql`(${id}::uuid, ${languages[0] ?? ""}, ${vectorOf([title], languages)} || ${filters},
    ${vectorOf([title, ...rest], languages)} || ${filters}, ${languages.length + 1}::smallint, nextval('search_versions'),
    ${rules}::smallint)`;
}

const filterTermOfLanguage = (language: string): string => `language=${language}`;

const wordsWrittenIn = ({ title, rest }: Document): string[] => [title, ...rest].flatMap(({ text }) => writtenIn(text));
