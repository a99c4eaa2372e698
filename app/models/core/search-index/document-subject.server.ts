import { or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { isAnyOf } from "#db/any-of.server";
import { searchDocuments } from "#db/schema";

/** By which column of `search_documents` a document of each kind names its subject; the others are null. */
const byKind = { post: searchDocuments.postId };

export type SubjectKind = keyof typeof byKind;

export const foreignKeys: Record<SubjectKind, PgColumn> = byKind;

/**
 * What a document is about, as documents are addressed: in one shape whatever it is, unlike a `Subject`, which has a column
 * for each kind.
 */
export interface DocumentSubject {
  kind: SubjectKind;
  id: string;
}

/** A key for maps and sets, equal for equal subjects. */
export const keyOf = ({ kind, id }: DocumentSubject): string => `${kind} ${id}`;

export const kinds = Object.keys(foreignKeys) as SubjectKind[];

/** A row that says what it is about. */
export type Named = Record<string, unknown> & DocumentSubject;

/** Columns `kind` and `id` that name a document's subject. */
export const subjectColumns: SQL = sql`case ${sql.join(
  kinds.map((kind) => sql`when ${foreignKeys[kind]} is not null then ${sql.raw(`'${kind}'`)}`),
  sql` `,
)} end as kind, coalesce(${sql.join(Object.values(foreignKeys), sql`, `)}) as id`;

/** Whether a document is about one of these. */
export function isAboutAnyOf(subjects: DocumentSubject[]): SQL {
  const ofEach = kinds.map((kind) => isAnyOf(foreignKeys[kind], idsOf(kind, subjects)));
  return or(...ofEach) ?? sql`false`;
}

export const idsOf = (kind: SubjectKind, subjects: DocumentSubject[]): string[] =>
  subjects.filter((subject) => subject.kind === kind).map(({ id }) => id);
