import { sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { type PostTexts, readTexts } from "./read-texts.server";

export interface VersionedTexts extends PostTexts {
  version: number;
  tags: string[];
}

const listOf = (ids: string[]) => sql`select value::uuid from json_array_elements_text(${JSON.stringify(ids)}::json)`;

/** What some posts say, for an engine elsewhere; nothing of those that lists do not show. */
export async function readDocuments(db: Db, ids: string[]): Promise<VersionedTexts[]> {
  if (ids.length === 0) return [];
  // The versions first: what changes in between is then sent again, and never missed.
  const versions = await readVersions(db, ids);
  const texts = await readTexts(db, listOf(ids));
  const names = new Map(
    (await rows<{ id: number; name: string }>(db, sql`select id, name from tags`)).map(({ id, name }) => [id, name]),
  );
  return texts.flatMap((post) => {
    const version = versions.get(post.id);
    const tags = post.tagIds.flatMap((id) => names.get(id) ?? []);
    return version === undefined ? [] : { ...post, version, tags };
  });
}

/** Those that have a document; the others are not to be found. */
export async function readVersions(db: Db, ids: string[]): Promise<Map<string, number>> {
  const found = await rows<{ id: string; version: string }>(
    db,
    sql`select post_id as id, version from search_documents where post_id in (${listOf(ids)})`,
  );
  return new Map(found.map(({ id, version }) => [id, Number(version)]));
}

const pageLength = 500;

/** The ids of all posts that have a document, page by page. */
export async function* allDocumentIds(db: Db): AsyncGenerator<string[]> {
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    const page = await rows<{ id: string }>(
      db,
      sql`select post_id as id from search_documents where post_id > ${after}::uuid order by post_id limit ${pageLength}`,
    );
    const ids = page.map(({ id }) => id);
    if (ids.length > 0) yield ids;
    if (ids.length < pageLength) return;
    after = ids.at(-1) ?? after;
  }
}
