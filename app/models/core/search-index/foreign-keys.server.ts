import { or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { isAnyOf } from "#db/any-of.server";
import { searchDocuments } from "#db/schema";
import type { DocumentSubject, SubjectKind } from "./document-subject";

/** By which column of `search_documents` a document of each kind names its subject; the others are null. */
export const foreignKeys: Record<SubjectKind, PgColumn> = { post: searchDocuments.postId };

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
