import { sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import {
  type DocumentSubject,
  idsOf,
  isAboutAnyOf,
  keyOf,
  type Named,
  subjectColumns,
} from "./document-subject.server";
import { type SubjectKind, searchKinds } from "./kinds.server";
import { type PostTexts, readTexts } from "./read-texts.server";

export interface VersionedTexts extends Omit<PostTexts, "id"> {
  subject: DocumentSubject<"post">;
  version: number;
  tags: string[];
}

/** What some posts say, for an engine elsewhere, which holds nothing else; nothing of those that lists do not show. */
export async function readDocuments(db: Db, subjects: DocumentSubject<"post">[]): Promise<VersionedTexts[]> {
  if (subjects.length === 0) return [];
  // The versions first: what changes in between is then sent again, and never missed.
  const versions = await readVersions(db, subjects);
  const posts = JSON.stringify(idsOf("post", subjects));
  const texts = await readTexts(db, sql`select value::uuid from json_array_elements_text(${posts}::json)`);
  const names = new Map(
    (await rows<{ id: number; name: string }>(db, sql`select id, name from tags`)).map(({ id, name }) => [id, name]),
  );
  return texts.flatMap(({ id, ...post }) => {
    const subject = { kind: "post" as const, id };
    const version = versions.get(keyOf(subject));
    const tags = post.tagIds.flatMap((id) => names.get(id) ?? []);
    return version === undefined ? [] : { ...post, subject, version, tags };
  });
}

/** By the keys of those that have a document; the others are not to be found. */
export async function readVersions(db: Db, subjects: DocumentSubject[]): Promise<Map<string, number>> {
  const found = await rows<Named & { version: string }>(
    db,
    sql`select ${subjectColumns}, version from search_documents where ${isAboutAnyOf(subjects)}`,
  );
  return new Map(found.map(({ version, ...subject }) => [keyOf(subject), Number(version)]));
}

const pageLength = 500;

/** Every subject of a kind that has a search document, page by page. */
export async function* allSubjects<Kind extends SubjectKind>(
  db: Db,
  kind: Kind,
): AsyncGenerator<DocumentSubject<Kind>[]> {
  const { key } = searchKinds[kind];
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    const page = await rows<{ id: string }>(
      db,
      sql`select ${key} as id from search_documents where ${key} > ${after}::uuid order by ${key} limit ${pageLength}`,
    );
    if (page.length > 0) yield page.map(({ id }) => ({ kind, id }));
    if (page.length < pageLength) return;
    after = page.at(-1)?.id ?? after;
  }
}
