import { sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import type { Visibility } from "#db/schema/feedback/boards";
import { plainText } from "./plain-text";
import { seenByAll } from "./seen-by-all.server";
import { vectorOf } from "./vector.server";
import { learnTerms } from "./vocabulary.server";
import { writtenIn } from "./words";

/** Different terms of one post that are searched; more would make each further comment dear. */
const mostTerms = 4000;

/**
 * Adds a comment to what the post that shows it is found by, without reading all the others again; not one that
 * some who see the post may not see.
 */
export async function addComment(tx: Db, commentId: string): Promise<void> {
  const [comment] = await rows<{ id: string; html: string; language: string; visibility: Visibility }>(
    tx,
    sql`select documents.post_id as id, comments.body_html as html, documents.language, boards.visibility
      from comments join posts as homes on homes.id = comments.post_id
      join posts on posts.id = coalesce(homes.merged_into, homes.id)
      join boards as theirs on theirs.id = homes.board_id join boards on boards.id = posts.board_id
      join search_documents as documents on documents.post_id = posts.id
      where comments.id = ${commentId} and ${seenByAll} and length(words) < ${mostTerms}`,
  );
  if (!comment) return;
  const text = plainText(comment.html);
  const vector = vectorOf([{ text, weight: "D" }], [comment.language]);
  const [added] = await rows<{ words: string[] }>(
    tx,
    sql`with said as (select ${vector} as words)
      update search_documents set words = search_documents.words || said.words, version = nextval('search_versions')
      from said where post_id = ${comment.id} returning array_to_json(tsvector_to_array(said.words)) as words`,
  );
  await learnTerms(tx, comment.visibility, added?.words ?? [], new Set(writtenIn(text)));
}
