import { type SQL, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { searchDocuments } from "#db/schema";
import { detectLanguages } from "./language.server";
import { type PostTexts, readTexts } from "./read-texts.server";
import { mergedAcross } from "./touched.server";
import { type Part, vectorOf } from "./vector.server";
import { correctVocabulary, readSaid } from "./vocabulary.server";
import { writtenIn } from "./words";

/** To be raised whenever the rules here, in ./words.ts or in ./fold.ts change; documents are then written anew. */
export const rules = 4;

/** Documents in one statement. */
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
  const before = await readSaid(tx, list(ids));
  const texts = await readTexts(tx, list(ids));
  await writeDocuments(tx, ids, texts);
  const after = await readSaid(tx, list(texts.map(({ id }) => id)));
  await correctVocabulary(tx, { before, after, written: new Set(texts.flatMap(everythingSaid).flatMap(writtenIn)) });
}

async function writeDocuments(tx: Db, ids: string[], texts: PostTexts[]): Promise<void> {
  const shown = new Set(texts.map(({ id }) => id));
  const gone = ids.filter((id) => !shown.has(id));
  if (gone.length > 0) await tx.execute(sql`delete from ${searchDocuments} where post_id in (${list(gone)})`);
  if (texts.length === 0) return;
  const documents = sql.join(texts.map(documentOf), sql`, `);
  await tx.execute(sql`insert into ${searchDocuments} (post_id, language, title, words, copies, version, rules) values ${documents}
    on conflict (post_id) do update set language = excluded.language, title = excluded.title, words = excluded.words,
      copies = excluded.copies,
      version = excluded.version, rules = excluded.rules`);
}

function documentOf(post: PostTexts): SQL {
  const languages = detectLanguages(`${post.title}\n${post.body}`);
  const title: Part = { text: post.title, weight: "A" };
  const parts: Part[] = [
    title,
    { text: post.body, weight: "B" },
    ...post.duplicates.map((text) => ({ text, weight: "C" as const })),
    ...post.comments.map((text) => ({ text, weight: "D" as const })),
  ];
  const marks = marksOf(post, languages);
  return sql`(${post.id}::uuid, ${languages[0] ?? ""}, ${vectorOf([title], languages)} || ${marks},
    ${vectorOf(parts, languages)} || ${marks}, ${languages.length + 1}::smallint, nextval('search_versions'), ${rules}::smallint)`;
}

const everythingSaid = ({ title, body, duplicates, comments }: PostTexts): string[] => [
  title,
  body,
  ...duplicates,
  ...comments,
];

/** What filters ask for, and in which languages it may be, as words that no text has. */
function marksOf({ boardId, kind, status, tagIds }: PostTexts, languages: string[]): SQL {
  const marks = [`board=${boardId}`, `kind=${kind}`, `status=${status}`, ...tagIds.map((id) => `tag=${id}`)];
  marks.push(...languages.map((language) => `language=${language}`));
  return sql`array_to_tsvector(${`{${marks.join(",")}}`}::text[])`;
}

const list = (ids: string[]): SQL =>
  sql`select value::uuid from json_array_elements_text(${JSON.stringify(ids)}::json)`;
