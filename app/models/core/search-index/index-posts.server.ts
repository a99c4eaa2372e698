import { type SQL, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { detectLanguages } from "./language.server";
import { type PostTexts, readTexts } from "./read-texts.server";
import { mergedAcross } from "./touched.server";
import type { WeighedText } from "./vector.server";
import { type Document, writeDocuments } from "./write-documents.server";

/** The most documents that one statement writes. */
const batch = 200;

/**
 * Writes anew what some posts are found by, as they are now; nothing for those that lists do not show. Of a
 * duplicate it is the original that changes.
 */
export async function indexPosts(tx: Db, postIds: string[]): Promise<void> {
  for (let i = 0; i < postIds.length; i += batch) await indexSome(tx, postIds.slice(i, i + batch));
}

/** Who may see a board decides whether its duplicates on other boards are part of what their originals say. */
export async function indexMergedAcross(tx: Db, boardId: number): Promise<void> {
  await indexPosts(tx, await mergedAcross(tx, boardId));
}

async function indexSome(tx: Db, postIds: string[]): Promise<void> {
  const touched = await rows<{ id: string }>(
    tx,
    sql`select id from posts where id in (${list(postIds)})
      union select merged_into from posts where id in (${list(postIds)}) and merged_into is not null`,
  );
  if (touched.length === 0) return;
  const ids = touched.map(({ id }) => id);
  const texts = await readTexts(tx, list(ids));
  await writeDocuments(tx, "post", { ids, documents: texts.map(documentOf) });
}

function documentOf(post: PostTexts): Document {
  const weighed = (weight: WeighedText["weight"]) => (text: string) => ({ text, weight });
  return {
    id: post.id,
    title: weighed("A")(post.title),
    rest: [weighed("B")(post.body), ...post.duplicates.map(weighed("C")), ...post.comments.map(weighed("D"))],
    languages: detectLanguages(`${post.title}\n${post.body}`),
    filterTerms: filterTermsOf(post),
  };
}

const filterTermsOf = ({ boardId, kind, status, tagIds }: PostTexts): string[] => [
  `board=${boardId}`,
  `kind=${kind}`,
  `status=${status}`,
  ...tagIds.map((id) => `tag=${id}`),
];

const list = (ids: string[]): SQL =>
  sql`select value::uuid from json_array_elements_text(${JSON.stringify(ids)}::json)`;
