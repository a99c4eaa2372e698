import { or, type SQL, sql } from "drizzle-orm";
import { isAnyOf } from "#db/any-of.server";
import { kindNames, type SubjectKind, searchKinds } from "./kinds.server";

/**
 * What a document is about, as documents are addressed: in one shape whatever it is, unlike a `Subject`, which has a column
 * for each kind.
 */
export interface DocumentSubject<Kind extends SubjectKind = SubjectKind> {
  kind: Kind;
  id: string;
}

/** A key for maps and sets, equal for equal subjects. */
export const keyOf = ({ kind, id }: DocumentSubject): string => `${kind} ${id}`;

/** A row that says what it is about. */
export type Named = Record<string, unknown> & DocumentSubject;

/** Columns `kind` and `id` that name a document's subject. */
export const subjectColumns: SQL = sql`case ${sql.join(
  kindNames.map((kind) => sql`when ${searchKinds[kind].key} is not null then ${sql.raw(`'${kind}'`)}`),
  sql` `,
)} end as kind, coalesce(${sql.join(
  Object.values(searchKinds).map(({ key }) => key),
  sql`, `,
)}) as id`;

/** Whether a document is about one of these. */
export function isAboutAnyOf(subjects: DocumentSubject[]): SQL {
  const ofEach = kindNames.map((kind) => isAnyOf(searchKinds[kind].key, idsOf(kind, subjects)));
  return or(...ofEach) ?? sql`false`;
}

export const idsOf = (kind: SubjectKind, subjects: DocumentSubject[]): string[] =>
  subjects.filter((subject) => subject.kind === kind).map(({ id }) => id);
